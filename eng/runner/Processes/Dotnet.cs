using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Workshop.Runner.Processes;

/// <summary>Starts the dotnet command that started this program.</summary>
internal static class Dotnet
{
    // A background process of the build may keep the pipe open after the build has ended.
    private static readonly TimeSpan PatienceForLastLines = TimeSpan.FromSeconds(1);

    private static readonly string Command =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Runs dotnet to its end, with standard input closed.</summary>
    public static Task<ProcessOutcome> RunAsync(
        string folder, TimeSpan limit, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(folder, limit, arguments, keep: _ => false, cancellationToken);

    /// <summary>Runs dotnet to its end, with standard input closed.</summary>
    /// <param name="folder">The working folder; its global.json chooses the SDK.</param>
    /// <param name="limit">How long it may take. It is ended then, with all that it started.</param>
    /// <param name="arguments">The arguments, each as it is.</param>
    /// <param name="keep">Which lines to keep however long the output is.</param>
    /// <param name="cancellationToken">Ends the process, with all that it started.</param>
    /// <param name="environment">Environment variables beside those of this process.</param>
    /// <exception cref="WorkshopException">dotnet cannot be started.</exception>
    public static async Task<ProcessOutcome> RunAsync(
        string folder,
        TimeSpan limit,
        IEnumerable<string> arguments,
        Predicate<string> keep,
        CancellationToken cancellationToken,
        params IEnumerable<KeyValuePair<string, string>> environment)
    {
        using var process = new Process { StartInfo = StartInfo(folder, arguments, environment) };
        var output = new ProcessOutput(keep);
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        Start(process);
        CloseInput(process);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            await EndedAsync(process).WaitAsync(patience.Token);
            await LastLinesAsync(process, cancellationToken);
            return output.Outcome(process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            End(process);
            cancellationToken.ThrowIfCancellationRequested();
            return output.Outcome(exitCode: null);
        }
    }

    /// <summary>Builds a project with nothing but its errors printed.</summary>
    public static Task<ProcessOutcome> BuildAsync(
        string folder, TimeSpan limit, string project, CancellationToken cancellationToken, params IEnumerable<string> options) =>
        RunAsync(
            folder, limit, ["build", project, "-c", "Debug", "-v", "q", "--nologo", "-tl:off", "-clp:NoSummary", .. options], cancellationToken);

    /// <summary>Runs dotnet in this program's place: its streams and its exit code are passed on. Ctrl+C is its to answer.</summary>
    /// <exception cref="WorkshopException">dotnet cannot be started.</exception>
    public static async Task<int> RunInTerminalAsync(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Command, arguments) { WorkingDirectory = folder };
        start.Environment.Remove("WORKSHOP_ROOT");
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw NotStarted(exception);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    /// <summary>How dotnet is started with all its streams in this program's hands.</summary>
    public static ProcessStartInfo StartInfo(
        string folder, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(Command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        // What runs for seconds gains nothing from being measured while it runs, nor does a compiler that stays for minutes: without, its
        // first twenty compilations take a third less of the processor (https://learn.microsoft.com/dotnet/core/runtime-config/compilation).
        start.Environment.TryAdd("DOTNET_TieredPGO", "0");
        start.Environment.Remove("WORKSHOP_ROOT");
        if (!start.Environment.TryGetValue("MSBUILDDISABLENODEREUSE", out var disabled) || disabled is not "1")
        {
            // The build that stays in memory for the next one: half of a warm build is the start of MSBuild itself.
            // Whoever wants no build to stay has said so by the other variable.
            start.Environment.TryAdd("DOTNET_CLI_USE_MSBUILD_SERVER", "1");
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Starts it, and begins to read what it prints.</summary>
    /// <exception cref="WorkshopException">dotnet cannot be started.</exception>
    public static void Start(Process process)
    {
        try
        {
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        catch (Win32Exception exception)
        {
            throw NotStarted(exception);
        }
    }

    private static void CloseInput(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException exception)
        {
            throw NotStarted(exception);
        }
    }

    /// <summary>Waits for the end of a process.</summary>
    /// <remarks>Not WaitForExitAsync: that waits for the end of the output as well.</remarks>
    public static Task EndedAsync(Process process)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => ended.TrySetResult();
        process.EnableRaisingEvents = true;
        if (process.HasExited)
        {
            ended.TrySetResult();
        }

        return ended.Task;
    }

    private static async Task LastLinesAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken).WaitAsync(PatienceForLastLines, cancellationToken);
        }
        catch (TimeoutException)
        {
        }
    }

    /// <summary>Ends a process with all that it started, if it has not ended.</summary>
    /// <remarks>It may be ending by itself at this very moment, which Windows says by refusing.</remarks>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
        }
    }

    private static WorkshopException NotStarted(Exception exception) => WorkshopException.Environment(
        $"dotnet could not be started: {exception.Message}. Check that `dotnet --version` answers in this terminal.");
}
