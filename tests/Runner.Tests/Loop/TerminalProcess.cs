using System.Diagnostics;
using System.Text;

namespace Workshop.Tests;

/// <summary>A shell command in a pseudo-terminal, by way of script(1): keys go in, what the terminal was sent comes out.</summary>
internal sealed class TerminalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private readonly Process _process;
    private readonly Task _reading;

    public TerminalProcess(string command, params (string Name, string Value)[] environment)
    {
        // A test run in the background of a shell has Ctrl+C ignored, and its children would inherit that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "script", "-qfec", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>False where there is no script(1) of util-linux, as on Windows and macOS.</summary>
    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public Task PressAsync(string keys)
    {
        _process.StandardInput.Write(keys);
        return _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits until the terminal was sent a text, after what it was sent before.</summary>
    public async Task SeesAsync(string text, int after = 0)
    {
        for (var waited = Stopwatch.StartNew(); !Output[after..].Contains(text, StringComparison.Ordinal); await Task.Delay(50))
        {
            if (waited.Elapsed > Patience || _process.HasExited)
            {
                throw new TimeoutException($"The terminal never showed '{text}'. It showed:\n{Output}");
            }
        }
    }

    public async Task<int> EndsAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading.WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer) is var read and > 0)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, read);
            }
        }
    }
}
