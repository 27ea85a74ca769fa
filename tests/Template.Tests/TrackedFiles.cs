namespace Workshop.Tests;

/// <summary>The files of the repository as git knows them.</summary>
internal static class TrackedFiles
{
    private static readonly string[] MaintainersFolders =
    [
        ".ci/", ".github/", "dotnet-new-template/", "eng/scaffold/", "tests/Runner.Tests/", "tests/Schema.Tests/", "tests/ServiceDefaults.Tests/",
        "tests/Harness.Tests/", "tests/JsonTranscoding.Tests/", "tests/Standins.Tests/", "tests/Template.Tests/", "tests/Stress.Tests/",
    ];

    public static bool AreKnown => Directory.Exists(Repository.PathOf(".git")) || File.Exists(Repository.PathOf(".git"));

    public static async Task<IReadOnlyList<string>> ListAsync(string root)
    {
        var list = await BoundedProcess.RunProgramAsync(
            "git", root, TimeSpan.FromSeconds(30), ["-c", "core.quotepath=off", "ls-files"]);
        return
        [
            .. list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(file => file.TrimEnd('\r'))
                .Where(file => File.Exists(Path.Combine(root, file)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a tracked file is for the maintainers alone: written out here, so that a line too many in
    /// template.json is noticed.</summary>
    public static bool IsMaintainers(string file) =>
        file is "README.md" or "CONTRIBUTING.md" or "tests/Everything.slnx"
        || MaintainersFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
        || file.Split('/') is ["tests", _, "mistakes", ..]
        // The clients of other languages are for students too; the tests that run them are not.
        || (file.Split('/') is ["tests", "Interop.Tests", var name] && Path.GetExtension(name) is ".cs" or ".csproj");
}
