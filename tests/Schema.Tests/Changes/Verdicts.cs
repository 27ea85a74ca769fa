using Google.Protobuf.Reflection;
using Workshop.Evolution.Gate;
using Workshop.Wire;

namespace Workshop.Schema.Tests.Changes;

/// <summary>What the gate says of all changes: the ids of the rules that are broken, by the change's folder.</summary>
internal static class Verdicts
{
    public static readonly (Category Category, string Name)[] Categories =
        [(Category.File, "FILE"), (Category.Package, "PACKAGE"), (Category.WireJson, "WIRE_JSON"), (Category.Wire, "WIRE")];

    private static readonly Lazy<Task<(FileDescriptorSet Before, FileDescriptorSet After)>> Releases = new(async () =>
        (await CompileAsync("before"), await CompileAsync("after")));

    public static async Task<string[]> OfGateAsync(Change change, Category category)
    {
        var (before, after) = await Releases.Value;
        return [.. BreakingGate.Compare(before, after, category).Where(finding => finding.File.StartsWith($"{change.Folder}/", StringComparison.Ordinal))
            .Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the contracts of a release of all changes, each in a folder of its own.</summary>
    public static void Write(string release, string folder)
    {
        foreach (var change in Change.All)
        {
            Directory.CreateDirectory(Path.Combine(folder, change.Folder));
            File.WriteAllText(Path.Combine(folder, change.Folder, "change.proto"), change.Contract(release));
        }
    }

    private static async Task<FileDescriptorSet> CompileAsync(string release)
    {
        var folder = Directory.CreateTempSubdirectory("workshop-changes-");
        try
        {
            Write(release, folder.FullName);
            var files = Change.All.Select(change => $"{change.Folder}/change.proto");
            var output = Path.Combine(folder.FullName, "all.binpb");
            var (exitCode, _, error) = await Protoc.Find()!.RunAsync(
                [$"-I{folder.FullName}", "--include_imports", $"--descriptor_set_out={output}", .. files], default, CancellationToken.None);
            return exitCode == 0 ? FileDescriptorSet.Parser.ParseFrom(await File.ReadAllBytesAsync(output)) : throw new InvalidOperationException(error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
