using System.Diagnostics;

namespace Workshop.Tests;

public sealed class PipeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_client_that_follows_ends_when_nobody_reads_its_output()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no head.");
        await using var server = await ServerProgram.StartAsync(
            "Tail", port: 0, obeysRights: false, "--Tail:TrafficPerSecond", "100", "--Tail:ConsoleLevel", "Fatal");
        var client = Path.Combine(AppContext.BaseDirectory, "Tail");
        // The exit code of the client, not of head.
        using var pipe = Process.Start(new ProcessStartInfo(
            "sh", ["-c", $"{{ \"$0\" tail --follow --server {server.Address}; echo \"exit code $?\" >&2; }} | head -1", client])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var (output, error) = (pipe.StandardOutput.ReadToEndAsync(), pipe.StandardError.ReadToEndAsync());
        try
        {
            await pipe.WaitForExitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!pipe.HasExited)
            {
                pipe.Kill(entireProcessTree: true);
            }
        }

        Assert.Single((await output).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("exit code 0", (await error).Trim());
    }
}
