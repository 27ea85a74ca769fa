using System.Diagnostics;
using System.Text.Json;

namespace Workshop.Bench;

/// <summary>A server in a separate process: this program, started again.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The first argument that makes this program a server.</summary>
    public const string Command = "serve";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="arguments">The kind of server, and what it needs.</param>
    /// <param name="environment">Environment variables beside those of this process.</param>
    public static async Task<ServerProcess> StartAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : Array.Empty<string>();
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. program, Command, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                return new ServerProcess(process, new Uri(line));
            }
        }

        throw new InvalidOperationException($"The server {string.Join(' ', arguments)} did not start.");
    }

    /// <summary>Runs work against the server, and measures what the work costs the server.</summary>
    public async Task<ServerLoad> MeasureAsync(Func<Task> work)
    {
        await AskAsync("begin");
        await work();
        return await AskAsync("end");
    }

    /// <summary>Tells the server to do something, and waits until it has.</summary>
    public Task OrderAsync(string order) => AskAsync(order);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<ServerLoad> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
        }
        while (line is not null && line[0] != '{');

        return JsonSerializer.Deserialize<ServerLoad>(line ?? throw new InvalidOperationException("The server ended."))!;
    }
}
