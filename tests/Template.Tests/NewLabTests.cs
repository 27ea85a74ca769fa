using System.Text.Json;
using Xunit;

namespace Workshop.Tests;

/// <summary>The first command of docs/adding-a-lab.md.</summary>
public sealed class NewLabTests(InstalledTemplate template)
{
    private const string Slug = "98-try-out";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_new_lab_runs_and_needs_its_snapshot_to_be_accepted()
    {
        Assert.SkipUnless(TrackedFiles.AreKnown, "Which files are the repository's is known to git alone.");
        var copy = template.TemporaryPath("with a new lab");
        foreach (var file in await TrackedFiles.ListAsync(Repository.Root))
        {
            var target = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.PathOf(file), target);
        }

        var created = await RunAsync(copy, "dev", "new", Slug);
        Assert.True(created.ExitCode == 0, created.All);
        var authored = await RunAsync(copy, "dev", "check", "98", "--json");
        Assert.Contains("has no snapshot", authored.Output, StringComparison.Ordinal);
        using var defects = JsonDocument.Parse(authored.Output);
        Assert.Equal(1, defects.RootElement.GetProperty("defects").GetArrayLength());

        await RunAsync(copy, "check", "98", "--grade", "solutions");
        var received = Assert.Single(Directory.GetFiles(Path.Combine(copy, "tests", Slug, "snapshots")));
        Assert.Contains("status      OK", await File.ReadAllTextAsync(received, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        File.Move(received, received.Replace(".received.", ".verified.", StringComparison.Ordinal));
        using var untouched = JsonDocument.Parse((await RunAsync(copy, "check", "98", "--grade", "labs", "--json")).Output);
        Assert.Equal("notImplementedYet", untouched.RootElement.GetProperty("labs")[0].GetProperty("verdict").GetString());
    }

    private static Task<BoundedProcessResult> RunAsync(string folder, params string[] arguments) => BoundedProcess.RunAsync(
        folder,
        Limit,
        ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), .. arguments],
        ("WORKSHOP_ROOT", folder));
}
