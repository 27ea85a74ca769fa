using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Workshop.Tests;

/// <summary>The loop, ended by force: no process of checks outlives it.</summary>
public sealed class KilledLoopTests(FixtureWorkshop workshop) : IClassFixture<FixtureWorkshop>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("HANG")]
    [InlineData("")]
    public async Task No_process_of_checks_outlives_the_runner(string hang)
    {
        Assert.SkipUnless(TerminalProcess.IsPossible, "There is no script(1) of util-linux here, and so no pseudo-terminal.");
        workshop.Script([ReporterLines.Begun("a", "01.1", "It_answers"), .. hang.Length > 0 ? [hang] : new[] { ReporterLines.Passed("a"), ReporterLines.Finished }]);
        var (runnerFile, hostFile) = (PathOf("runner.pid"), PathOf("artifacts/host.pid"));
        File.Delete(runnerFile);
        File.Delete(hostFile);
        await using var terminal = new TerminalProcess(
            $"echo $$ > '{runnerFile}'; exec dotnet exec '{Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll")}'",
            ("WORKSHOP_ROOT", workshop.Root),
            ("TERM", "xterm"),
            ("Grade", ""),
            ("MSBUILDDISABLENODEREUSE", "1"));

        var running = await ReadAsync(hostFile, except: 0);
        // After a verdict, the next one stands ready.
        using var host = Process.GetProcessById(hang.Length > 0 ? running : await ReadAsync(hostFile, except: running));
        using var runner = Process.GetProcessById(await ReadAsync(runnerFile, except: 0));
        Assert.False(host.HasExited);
        runner.Kill();

        await host.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Afterwards, TestContext.Current.CancellationToken);
    }

    private string PathOf(string file) => Path.Combine(workshop.Root, file);

    private static async Task<int> ReadAsync(string file, int except)
    {
        using var patience = new CancellationTokenSource(Limit);
        while (true)
        {
            if (File.Exists(file)
                && int.TryParse(await File.ReadAllTextAsync(file, patience.Token), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)
                && id != except)
            {
                return id;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
