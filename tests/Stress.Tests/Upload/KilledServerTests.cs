using System.Diagnostics;
using Workshop.Upload;

namespace Workshop.Tests;

public sealed class KilledServerTests
{
    private const long FileBytes = 16L << 20;

    private static readonly int Kills = LongRun.Is ? 20 : 6;

    [Fact]
    public async Task A_server_that_is_killed_shows_nothing_or_the_whole_file_and_a_resume_finishes_it()
    {
        using var store = new StoreOnDisk();
        var file = store.MakeFile("large.bin", FileBytes);
        var sha256 = StoreOnDisk.Sha256(file);
        var whole = await DurationAsync(file, store);
        var random = new Random();
        for (var kill = 0; kill < Kills; kill++)
        {
            var root = store.PathOf($"killed-{kill}");
            var files = Path.Combine(root, "files");
            var port = ServerProgram.FreePort();
            var error = new StringWriter();
            var after = whole * (0.05 + random.NextDouble());
            var server = await UploadServer.StartAsync(root, port);
            var sending = Task.Run(() => UploadCommandLine.RunAsync(["send", file, "--server", server.Address], TextWriter.Null, error));

            await Task.WhenAny(sending, Task.Delay(after));
            await server.DisposeAsync();
            Assert.All(Directory.GetFiles(files, "*.data"), visible => Assert.Equal(sha256, StoreOnDisk.Sha256(visible)));

            await using var next = await UploadServer.StartAsync(root, port);
            var exitCode = await sending.WaitAsync(TimeSpan.FromSeconds(60));
            if ($"{error}".StartsWith("No server answers", StringComparison.Ordinal) || $"{error}".StartsWith("The connection to", StringComparison.Ordinal))
            {
                // Killed before the client had an id to go on with: its user starts again, as the sentence says.
                exitCode = await UploadCommandLine.RunAsync(["send", file, "--server", next.Address], TextWriter.Null, error);
            }

            Assert.True(exitCode == 0, $"Killed after {after.TotalMilliseconds:0} ms. {error}");
            Assert.Equal(sha256, StoreOnDisk.Sha256(Assert.Single(Directory.GetFiles(files, "*.data"))));
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<TimeSpan> DurationAsync(string file, StoreOnDisk store)
    {
        await using var server = await UploadServer.StartAsync(store.Root);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await UploadCommandLine.RunAsync(["send", file, "--server", server.Address], TextWriter.Null, TextWriter.Null));
        return watch.Elapsed;
    }
}
