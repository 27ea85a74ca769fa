using System.Text.RegularExpressions;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Grading;

/// <summary>Says what happened when the checks' program did not get to its end.</summary>
internal static partial class BrokenRun
{
    private const int LinesShown = 10;

    public static LabProblem Explain(Lab lab, CheckReport report, ProcessOutcome run, TimeSpan limit) =>
        run.TimedOut ? Hung(lab, report, limit) : Crashed(lab, run);

    private static LabProblem Hung(Lab lab, CheckReport report, TimeSpan limit)
    {
        var running = report.Running is [var first, ..] ? first : null;
        return new LabProblem(
            Verdict.TimedOut,
            $"""
            {(running is null ? $"Lab {lab.Number}" : $"{running.Task} {running.Sentence}")}: timed out

            The checks of this lab did not end within {limit.TotalSeconds:0} s, so they were stopped.
            Some checks did not run.

            Next   Look for an endless loop, and for .Result, .Wait() or Thread.Sleep: they block a thread.
            Read   {lab.Readme}
            """.ReplaceLineEndings("\n"));
    }

    private static LabProblem Crashed(Lab lab, ProcessOutcome run)
    {
        string[] lines = [.. run.Lines.Where(line => line.Trim(' ', '-').Length > 0)];
        string[] said = [.. lines.Where(line => !FrameLine().IsMatch(line)).TakeLast(LinesShown)];
        // One frame of the student's own code says where; the other two hundred say nothing.
        string[] frame = [.. lines.Where(line => OwnFrame().IsMatch(line)).Take(1)];
        string[] shown = [.. said.Concat(frame).Select(line => $"  {line.Trim()}").DefaultIfEmpty("  (there was none)")];
        return new LabProblem(
            Verdict.Crashed,
            $"""
            Lab {lab.Number}: crashed

            The program ended with exit code {run.ExitCode} while the checks ran. Its last output:

            {string.Join('\n', shown)}

            Next   Look for a method that calls itself without an end, an exception on a thread of its own, and Environment.Exit.
            Read   {lab.Readme}
            """.ReplaceLineEndings("\n"));
    }

    [GeneratedRegex(@"^\s*at ")]
    private static partial Regex FrameLine();

    [GeneratedRegex(@"^\s*at Workshop\.(?!Harness|Checks|Runner)")]
    private static partial Regex OwnFrame();
}
