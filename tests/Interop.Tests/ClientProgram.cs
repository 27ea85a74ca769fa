using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Google.Rpc;

namespace Workshop.Interop.Tests;

/// <summary>A client of another language, in a process that ends with the test. Each line that it prints is a fact in
/// JSON.</summary>
internal sealed class ClientProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Process _process;
    private readonly List<JsonElement> _facts = [];

    public ClientProgram(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(ProgramRun.PathOf(command[0]), command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
    }

    public IReadOnlyList<JsonElement> Facts => _facts;

    public int ExitCode => _process.ExitCode;

    /// <summary>The status that the call ended with.</summary>
    public string Status => _facts[^1].GetProperty("status").GetString()!;

    /// <summary>The detail of the status.</summary>
    public string Detail => _facts[^1].GetProperty("detail").GetString()!;

    /// <summary>The ErrorInfo of the status, as the client received it.</summary>
    public ErrorInfo ErrorInfo =>
        Google.Rpc.Status.Parser.ParseFrom(_facts[^1].GetProperty("details").GetBytesFromBase64()).GetDetail<ErrorInfo>();

    /// <summary>The value of a fact that it printed last.</summary>
    public string Last(string name) => _facts.Last(fact => fact.TryGetProperty(name, out _)).GetProperty(name).ToString();

    /// <summary>Waits for a fact with this name and value.</summary>
    public async Task SaysAsync(string name, string? value = null)
    {
        do
        {
            Assert.True(await ReadAsync(), $"The client ended without saying {name} {value}.\n{string.Join('\n', _errors)}");
        }
        while (!(_facts[^1].TryGetProperty(name, out var said) && (value is null || said.ToString() == value)));
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task EndAsync()
    {
        while (await ReadAsync())
        {
        }

        await _process.WaitForExitAsync().WaitAsync(Limit);
        Assert.True(_facts.Count > 0, $"The client said nothing.\n{string.Join('\n', _errors)}");
    }

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit) is not { } line)
        {
            return false;
        }

        _facts.Add(JsonDocument.Parse(line).RootElement);
        return true;
    }
}
