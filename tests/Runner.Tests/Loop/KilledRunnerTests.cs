using System.Diagnostics;
using Xunit;

namespace Workshop.Tests;

/// <summary>The real program, ended by the system at moments spread over its work: no file of the student is changed or
/// lost, and the next start works.</summary>
public sealed class KilledRunnerTests : IClassFixture<FixtureWorkshop>
{
    private const int Files = 300;

    private static readonly int Kills = LongRun.Is ? 12 : 6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly FixtureWorkshop _workshop;

    public KilledRunnerTests(FixtureWorkshop workshop)
    {
        _workshop = workshop;
        workshop.Script(ReporterLines.Begun("a", "01.1", "It_answers"), ReporterLines.Passed("a"), ReporterLines.Finished);
    }

    [Fact]
    public async Task A_reset_that_is_killed_at_any_moment_loses_nothing()
    {
        await _workshop.RunAsync("list");
        var whole = await DurationAsync("reset", "02");
        for (var kill = 1; kill <= Kills; kill++)
        {
            var mine = WriteAnswer(kill);

            await KillAsync(whole * kill / Kills, "reset", "02");

            Assert.Equal(mine, FilesIn("labs/02-two").Union(FilesIn(".workshop/backup")).Intersect(mine).Order());
            var next = await _workshop.RunAsync("reset", "02");
            Assert.True(next.ExitCode == 0, next.All);
            Assert.DoesNotContain(mine[0], FilesIn("labs/02-two"));
        }
    }

    [Fact]
    public async Task A_check_that_is_killed_at_any_moment_changes_nothing()
    {
        _workshop.Answer("static class Lab { public static int Overflow(int n) => Overflow(n + 1) + 2; }");
        var whole = await DurationAsync("check", "01");
        var before = FilesIn("labs/01-one");
        for (var kill = 1; kill <= Kills / 2; kill++)
        {
            await KillAsync(whole * kill * 2 / Kills, "check", "01");

            Assert.Equal(before, FilesIn("labs/01-one"));
        }

        var next = await _workshop.RunAsync("check", "01");
        Assert.Contains("01.1  done", next.Output, StringComparison.Ordinal);
    }

    // Many files, so that copying them takes some time.
    private string[] WriteAnswer(int kill)
    {
        for (var number = 0; number < Files; number++)
        {
            File.WriteAllText(Path.Combine(_workshop.Root, "labs", "02-two", $"Answer{number}.cs"), $"// {kill}, {number}");
        }

        return [.. FilesIn("labs/02-two").Where(file => file.StartsWith("Answer", StringComparison.Ordinal)).Order()];
    }

    // Each file by its name and what it holds.
    private string[] FilesIn(string folder)
    {
        var path = Path.Combine(_workshop.Root, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetFileName(file)}: {File.ReadAllText(file)}")
                .Order(StringComparer.Ordinal)];
    }

    private async Task<TimeSpan> DurationAsync(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        await _workshop.RunAsync(arguments);
        return watch.Elapsed;
    }

    private async Task KillAsync(TimeSpan after, params string[] arguments)
    {
        using var process = Start(arguments);
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(Limit);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), .. arguments])
        {
            WorkingDirectory = _workshop.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["WORKSHOP_ROOT"] = _workshop.Root;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("Grade");
        var process = Process.Start(start)!;
        // Read, so that a full pipe holds nothing up.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
