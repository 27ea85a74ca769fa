using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Net.Client;

namespace Workshop.Interop.Tests;

/// <summary>A solution's server in a process of its own, on a free port, with a folder for what it stores. Both end with the
/// test.</summary>
internal sealed partial class LabServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private LabServer(string program, string[] settings)
    {
        var file = System.IO.Path.Combine(AppContext.BaseDirectory, program);
        _process = Process.Start(new ProcessStartInfo(file, ["--urls", "http://127.0.0.1:0", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The connection of the test itself, which asks the server what it has stored.</summary>
    public GrpcChannel Channel { get; private set; } = null!;

    /// <summary>Starts a solution's program, such as <c>Upload</c>.</summary>
    public static async Task<LabServer> StartAsync(string program, params string[] settings)
    {
        var server = new LabServer(program, settings);
        try
        {
            server.Address = await server._listens.Task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            await server.DisposeAsync();
            throw new TimeoutException($"{program} does not listen after {Limit.TotalSeconds} s:\n{string.Join('\n', server._lines)}");
        }

        server.Channel = GrpcChannel.ForAddress(server.Address);
        return server;
    }

    /// <summary>Waits for a line of its log.</summary>
    public async Task LogsAsync(string text)
    {
        for (var watch = Stopwatch.StartNew(); !_lines.Any(line => line.Contains(text, StringComparison.Ordinal));)
        {
            Assert.True(watch.Elapsed < Limit, $"The server never wrote '{text}':\n{string.Join('\n', _lines)}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks it to stop, as Ctrl+C does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        await ProgramRun.OfAsync(["kill", "-TERM", $"{_process.Id}"], Limit);
        await _process.WaitForExitAsync().WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        Channel?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        _lines.Enqueue(line ?? "");
        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            _listens.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("listens on (http://[^ ]+[0-9])")]
    private static partial Regex Listening();
}
