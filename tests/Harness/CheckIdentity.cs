using System.Reflection;
using Xunit.v3;

namespace Workshop.Harness;

/// <summary>Which check is running: its task, its sentence, its lab, and where these lie.</summary>
/// <param name="Todo">The id of its task, such as <c>01.2</c>.</param>
/// <param name="TypeName">The test's class.</param>
/// <param name="MethodName">The test's method.</param>
/// <param name="SourceFile">The test's source file.</param>
/// <param name="Lab">The lab's slug, such as <c>01-hello</c>.</param>
/// <param name="Grade">Whose answers are graded: <c>labs</c> or <c>solutions</c>.</param>
/// <param name="GradedAssembly">The file of the graded program, such as <c>Hello.dll</c>; it lies beside the checks.</param>
internal sealed record CheckIdentity(
    string Todo, string TypeName, string MethodName, string SourceFile, string Lab, string Grade, string GradedAssembly)
{
    /// <summary>The check's name as a sentence.</summary>
    public string Sentence => MethodName.Replace('_', ' ');

    /// <summary>The workshop's folder.</summary>
    public string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile)!, "..", ".."));

    /// <summary>Where the graded files lie, relative to the workshop's folder, such as <c>labs/01-hello</c>.</summary>
    public string GradedFolder => $"{Grade}/{Lab}";

    /// <summary>Where the snapshots lie: beside the test's source file, unless <c>WORKSHOP_SNAPSHOTS</c> names a copy, so
    /// that several runs do not write received files into one folder.</summary>
    public string SnapshotFolder { get; } = Environment.GetEnvironmentVariable("WORKSHOP_SNAPSHOTS") is { Length: > 0 } copy
        ? copy
        : Path.Combine(Path.GetDirectoryName(SourceFile)!, "snapshots");

    public string SnapshotFile => Path.Combine(SnapshotFolder, $"{TypeName}.{MethodName}.verified.txt");

    public static CheckIdentity OfRunningTest(string sourceFile)
    {
        if (TestContext.Current.Test is not IXunitTest test)
        {
            throw new InvalidOperationException("A LabCheck was made outside a running test: make it in a [Fact].");
        }

        var method = test.TestMethod.Method;
        if (!test.Traits.TryGetValue("Todo", out var ids) || ids.Count != 1)
        {
            throw new InvalidOperationException($"{method.Name} needs one trait Todo with the id of its task.");
        }

        var assembly = test.TestMethod.TestClass.Class.Assembly;
        return new CheckIdentity(
            ids.Single(), test.TestMethod.TestClass.Class.Name, method.Name, sourceFile,
            Metadata(assembly, "Lab"), Metadata(assembly, "Grade"),
            Path.Combine(Path.GetDirectoryName(assembly.Location)!, $"{Metadata(assembly, "GradedAssembly")}.dll"));
    }

    private static string Metadata(Assembly assembly, string key) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == key)?.Value
        ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no metadata {key}: see tests/Directory.Build.targets.");
}
