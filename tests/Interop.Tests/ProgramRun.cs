using System.ComponentModel;
using System.Diagnostics;

namespace Workshop.Interop.Tests;

/// <summary>A program that ran to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a program in the root of the repository; null when there is no such program.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit, and was killed.</exception>
    public static async Task<ProgramRun?> OfAsync(IReadOnlyList<string> command, TimeSpan limit)
    {
        var start = new ProcessStartInfo(PathOf(command[0]), command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Start(start);
        if (process is null)
        {
            return null;
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await Task.WhenAll(output, error, process.WaitForExitAsync()).WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It did not end within {limit.TotalSeconds} s: {string.Join(' ', command)}");
        }

        return new ProgramRun(process.ExitCode, await output, await error);
    }

    /// <summary>The path of a program that the page names, from the root of the repository; a name alone is found by the system.
    /// </summary>
    public static string PathOf(string program) => program.Contains('/') ? Repository.PathOf(program) : program;

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
