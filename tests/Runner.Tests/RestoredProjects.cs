using Xunit;

namespace Workshop.Tests;

/// <summary>A copy of the build files and three projects, restored: one has Verify, one has it through the first, one has
/// it not.</summary>
public sealed class RestoredProjects : IAsyncLifetime
{
    internal TemporaryFolder Folder { get; } = new();

    internal static string PathOf(string project) => $"a/b/{project}/{project}.csproj";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var assets = Directory.GetFiles(Repository.PathOf("eng", "standins", "Verify.XunitV3", "build"))
            .Select(file => $"eng/standins/Verify.XunitV3/build/{Path.GetFileName(file)}");
        foreach (var file in assets.Concat(
        [
            "global.json", "Directory.Build.props", "Directory.Build.rsp", "Directory.Build.targets", "Directory.Packages.props",
            "eng/standins/StandIns.props", "eng/standins/StandIns.targets",
        ]))
        {
            Folder.Write(file, File.ReadAllText(Repository.PathOf(file)));
        }

        Folder.Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Folder.Write("eng/standins/Verify.XunitV3/Verify.XunitV3.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Version>31.28.0</Version></PropertyGroup></Project>
            """);
        Folder.Write("a/b/Has/Has.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Verify.XunitV3" /></ItemGroup></Project>
            """);
        Folder.Write("a/b/Inherits/Inherits.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../Has/Has.csproj" /></ItemGroup></Project>
            """);
        Folder.Write("a/b/Lacks/Lacks.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Folder.Write("a/b/Inherits/snapshots/Checks.Answers_name=a.b(c).verified.txt", "");
        Folder.Write("a/b/Inherits/snapshots/Checks.received.txt", "");

        var restore = await BoundedProcess.RunAsync(
            Folder.Root, TimeSpan.FromSeconds(90), ["restore", PathOf("Inherits"), "-v", "q", "-p:UseStandIns=true"]);
        Assert.True(restore.ExitCode == 0, restore.All);
    }

    /// <summary>Writes solution files, which go with what is returned.</summary>
    internal IDisposable WriteSolutions(string files) => new Solutions(files.Split(' ').Select(file =>
    {
        Folder.Write(file, "");
        return Folder.PathOf(file.Split('/'));
    }));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Solutions(IEnumerable<string> files) : IDisposable
    {
        private readonly List<string> _files = [.. files];

        public void Dispose() => _files.ForEach(File.Delete);
    }
}
