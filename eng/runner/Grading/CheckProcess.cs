using System.Globalization;
using System.Text.Json;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>A process of <c>tests/CheckHost</c>, which runs checks when it is told to. It ends with this one, however that ends:
/// its standard input is closed then.</summary>
internal sealed class CheckProcess : IAsyncDisposable
{
    private const string Ended = "{\"$type\":\"run-ended\",\"ExitCode\":";

    // Classes run side by side, however many: much of their time they wait.
    private static readonly string[] Arguments = ["-noColor", "-noLogo", "-noAutoReporters", "-reporter", "json", "-maxThreads", "unlimited"];

    private static readonly string[] OneByOne = [.. Arguments, "-parallel", "none"];

    // Code that runs for a second gains nothing from being compiled again: that is put off until there was nothing new to compile for
    // so long (milliseconds, in hexadecimal; clrconfignames.h of https://github.com/dotnet/runtime).
    // A process that is ended by force leaves its diagnostic sockets in the temporary folder: it gets none.
    private static readonly KeyValuePair<string, string>[] Settings =
        [new("DOTNET_TC_CallCountingDelayMs", "7D0"), new("DOTNET_EnableDiagnostics", "0")];

    private readonly string _root;
    private readonly DotnetProcess _process;

    private CheckProcess(string root, BuiltChecks built, bool ready)
    {
        _root = root;
        Program = built.Program;
        string PathOf(string file) => Path.Combine(built.Program, file);
        // The packages of the checks, in the program of the host.
        string[] arguments =
        [
            "exec", "--depsfile", PathOf($"{built.Checks}.deps.json"), "--runtimeconfig", PathOf($"{built.Checks}.runtimeconfig.json"),
            PathOf("CheckHost.dll"), .. ready ? ["--ready"] : Array.Empty<string>(),
        ];
        _process = DotnetProcess.Start(root, arguments, Settings);
    }

    /// <summary>The folder of the program that it runs.</summary>
    public string Program { get; }

    /// <param name="root">The workshop's folder.</param>
    /// <param name="built">What it will run; not yet which answer.</param>
    /// <param name="ready">Whether it warms up before it is told to run.</param>
    /// <exception cref="WorkshopException">dotnet cannot be started.</exception>
    public static CheckProcess Start(string root, BuiltChecks built, bool ready) => new(root, built, ready);

    /// <summary>Runs all checks of an assembly.</summary>
    /// <remarks>Environment variables hold for later runs too.</remarks>
    /// <param name="checks">The checks' assembly, with the answer beside it.</param>
    /// <param name="limit">How long all checks together may take; the process is ended then.</param>
    /// <param name="oneByOne">Whether no two checks run at the same time.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <param name="environment">Environment variables to set before.</param>
    public async Task<(CheckReport Report, ProcessOutcome Run)> RunAsync(
        string checks, TimeSpan limit, bool oneByOne, CancellationToken cancellationToken, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var output = new ProcessOutput(ReporterMessage.IsIn);
        var request = new { Checks = checks, Arguments = oneByOne ? OneByOne : Arguments, Environment = environment.Append(KeyValuePair.Create(FailureReport.Asked, "1")).ToDictionary() };
        int? exitCode = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            _process.Write(JsonSerializer.Serialize(request));
            await foreach (var line in _process.Lines.ReadAllAsync(patience.Token))
            {
                if (line.StartsWith(Ended, StringComparison.Ordinal))
                {
                    exitCode = int.Parse(line[Ended.Length..^1], CultureInfo.InvariantCulture);
                    break;
                }

                output.Add(line);
            }

            // No more lines come where the process has ended by itself.
            exitCode ??= await _process.ExitCodeAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        var outcome = output.Outcome(exitCode);
        return (CheckReport.Read(outcome.Kept, _root), outcome);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
