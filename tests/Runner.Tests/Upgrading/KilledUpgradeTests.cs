using System.Diagnostics;
using Xunit;

namespace Workshop.Tests;

/// <summary>The real program, ended by the system at moments spread over an upgrade: every answer is there byte for byte, and
/// the next upgrade makes the same workshop as one that nothing disturbed.</summary>
public sealed class KilledUpgradeTests
{
    private const int Files = 200;

    private static readonly int Kills = LongRun.Is ? 10 : 5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string[] Answers = ["labs/01-one/Answer.cs", "labs/02-two/Answer.cs", "labs/03-three/Answer.cs"];

    [Fact]
    public async Task An_upgrade_that_is_killed_at_any_moment_loses_no_answer_and_is_finished_by_the_next()
    {
        using var undisturbed = Make(out var package);
        // Only the part after the start of the program.
        var whole = await RunAsync(undisturbed, package, Limit);
        Assert.Equal("// new two\n", undisturbed.Read("labs/02-two/Answer.cs.new"));
        var brokenOff = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var workshop = Make(out package);

            await RunAsync(workshop, package, whole * kill / (Kills + 1));

            Assert.All(Answers, answer => Assert.Equal($"// my answer in {answer}\n", workshop.Read(answer)));
            Assert.All(workshop.Files(), file => Assert.DoesNotContain(".tmp:", file, StringComparison.Ordinal));
            brokenOff += File.Exists(Begun(workshop)) ? 1 : 0;
            await RunAsync(workshop, package, Limit);
            Assert.Equal(undisturbed.Files(), workshop.Files());
            Assert.Equal("// TODO, new 7\n", workshop.Read(".workshop/pristine/labs/01-one/Given/File7.cs"));
            Assert.False(Directory.Exists(workshop.PathOf(".workshop/upgrade")));
        }

        Assert.True(brokenOff > 0, "Every upgrade was done before it was killed: the test tests nothing.");
    }

    // Many files, so that an upgrade takes some time.
    private static UpgradeFixture Make(out string package)
    {
        var workshop = new UpgradeFixture([.. Enumerable.Range(0, Files).Select(number => ($"labs/01-one/Given/File{number}.cs", $"// TODO, old {number}\n"))]);
        foreach (var answer in Answers)
        {
            workshop.Write(answer, $"// my answer in {answer}\n");
        }

        package = workshop.Package(
            "1.1.0",
            [
                .. Enumerable.Range(0, Files).Select(number => ($"labs/01-one/Given/File{number}.cs", (string?)$"// TODO, new {number}\n")),
                ("labs/02-two/Answer.cs", "// new two\n"),
                ("docs/01-one.md", null),
                ("docs/new.md", "# New\n"),
            ]);
        return workshop;
    }

    // A copy of the package lies there from its first step to its last.
    private static string Begun(UpgradeFixture workshop) => workshop.PathOf(".workshop/upgrade/package.nupkg");

    /// <summary>Runs the upgrade, and ends it so long after its first step.</summary>
    /// <returns>How long it took from its first step on.</returns>
    private static async Task<TimeSpan> RunAsync(UpgradeFixture workshop, string package, TimeSpan limit)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), "upgrade", package, "--plain"])
        {
            WorkingDirectory = workshop.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["WORKSHOP_ROOT"] = workshop.Root;
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        // As often as timers allow: all later moments are measured from the first step.
        for (var starting = Stopwatch.StartNew(); !File.Exists(Begun(workshop)) && !ended.IsCompleted && starting.Elapsed < Limit;)
        {
            await Task.WhenAny(ended, Task.Delay(1));
        }

        var watch = Stopwatch.StartNew();
        await Task.WhenAny(ended, Task.Delay(limit));
        process.Kill(entireProcessTree: true);
        await ended.WaitAsync(Limit);
        return watch.Elapsed;
    }
}
