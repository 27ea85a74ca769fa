using System.Reflection;
using Workshop.CheckHost;
using Xunit.Runner.Common;
using Xunit.Runner.InProc.SystemConsole;

[assembly: RegisterRunnerReporter(typeof(JsonReporter))]

// Runs the checks of a lab when it is told to. With --ready it first runs checks of its own, so that the runtime, Kestrel, gRPC,
// Serilog, xunit and Verify are warm. It ends when standard input does: with the runner, however that ends.

var requests = new RunRequests();

if (args.Contains("--ready"))
{
    // As the runner asks.
    var warmUp = RunRequest.Read("""
        { "Checks": "", "Arguments": ["-noColor", "-noLogo", "-noAutoReporters", "-reporter", "json"], "Environment": { "WORKSHOP_FAILURE_DATA": "1" } }
        """);
    var output = Console.Out;
    Console.SetOut(TextWriter.Null);
    await RunAsync(Assembly.GetExecutingAssembly(), warmUp, TextWriter.Null);
    Console.SetOut(output);
}

foreach (var request in requests.ReadAll())
{
    var checks = new ChecksContext(Path.GetDirectoryName(request.Checks)!).LoadFromAssemblyPath(request.Checks);
    var exitCode = await RunAsync(checks, request, Console.Out);
    // On a line of its own, whatever a lab has printed.
    Console.Out.WriteLine($"\n{{\"$type\":\"run-ended\",\"ExitCode\":{exitCode}}}");
    Console.Out.Flush();
}

static Task<int> RunAsync(Assembly checks, RunRequest request, TextWriter output)
{
    foreach (var (name, value) in request.Environment)
    {
        Environment.SetEnvironmentVariable(name, value);
    }

    var runner = new ConsoleRunner(request.Arguments, checks);
    return runner.EntryPoint(TextReader.Null, output);
}
