using System.Diagnostics;
using System.Text;

namespace Workshop.Tests;

/// <summary>Runs a program for a test: standard input closed, a time limit, nothing left behind.</summary>
internal static class BoundedProcess
{
    // What the build or the test run around this process left in the environment, and what a developer may have set.
    private static readonly string[] NotInherited =
        ["MSBUILD", "TESTINGPLATFORM", "GRADE", "USESTANDINS", "WORKSHOP_ROOT", "DOTNET_CLI_UI_LANGUAGE", "XUNIT", "CI"];

    public static Task<BoundedProcessResult> RunAsync(
        string folder, TimeSpan limit, string[] arguments, params (string Name, string? Value)[] environment) =>
        RunProgramAsync(DotnetCommand(), folder, limit, arguments, environment);

    /// <summary>Runs another program than dotnet.</summary>
    public static async Task<BoundedProcessResult> RunProgramAsync(
        string program, string folder, TimeSpan limit, string[] arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsNotInherited).ToArray())
        {
            start.Environment.Remove(name);
        }

        // A build server that outlives this process would hold its output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await Task.WhenAll(output, error, process.WaitForExitAsync()).WaitAsync(limit);
            return new BoundedProcessResult(process.ExitCode, Lines(await output), Lines(await error));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"`{program} {string.Join(' ', arguments)}` did not end within {limit.TotalSeconds:0} s and was ended.");
        }
    }

    // A console on Windows ends its lines with two characters.
    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static bool IsNotInherited(string name) =>
        NotInherited.Any(start => name.Equals(start, StringComparison.OrdinalIgnoreCase)
            || (start.Length > 5 && name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    private static string DotnetCommand() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
}
