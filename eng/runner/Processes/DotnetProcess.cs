using System.Diagnostics;
using System.Threading.Channels;

namespace Workshop.Runner.Processes;

/// <summary>A dotnet process that is told things while it runs.</summary>
internal sealed class DotnetProcess : IAsyncDisposable
{
    // A background process may keep the pipe open after the process has ended.
    private static readonly TimeSpan PatienceForTheEnd = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private int _open = 2;

    private DotnetProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
    }

    /// <summary>What it prints, standard output and error in one, until both are closed.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments of dotnet, each as it is.</param>
    /// <param name="environment">Environment variables beside those of this process.</param>
    /// <exception cref="WorkshopException">dotnet cannot be started.</exception>
    public static DotnetProcess Start(
        string folder, IEnumerable<string> arguments, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var process = new DotnetProcess(new Process { StartInfo = Dotnet.StartInfo(folder, arguments, environment) });
        Dotnet.Start(process._process);
        return process;
    }

    /// <summary>Sends a line, of ASCII characters alone. One that has ended does not get it.</summary>
    public void Write(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
        }
    }

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await Dotnet.EndedAsync(_process).WaitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it, if it has not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Dotnet.End(_process);
        try
        {
            await Dotnet.EndedAsync(_process).WaitAsync(PatienceForTheEnd);
        }
        catch (Exception problem) when (problem is TimeoutException or InvalidOperationException)
        {
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite(line);
        }
        else if (Interlocked.Decrement(ref _open) == 0)
        {
            _lines.Writer.TryComplete();
        }
    }
}
