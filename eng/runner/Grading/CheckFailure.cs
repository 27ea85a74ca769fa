using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workshop.Runner.Grading;

/// <summary>Judges how a check ended, by the type of the exception that it threw.</summary>
internal static partial class CheckFailure
{
    public static CheckResult Judge(CheckResult check, ReporterMessage end, string root)
    {
        var milliseconds = (int)Math.Round(end.ExecutionTime * 1000);
        if (end.Type is "test-passed" or "test-skipped")
        {
            return check with { Verdict = Verdict.Done, Milliseconds = milliseconds };
        }

        var type = end.ExceptionTypes is [{ } outermost, ..] ? outermost : "";
        var message = Printable((end.Messages is [var text, ..] ? text : "").ReplaceLineEndings("\n").Trim());
        var verdict = type switch
        {
            "Workshop.Harness.NotImplementedYetException" => Verdict.NotImplementedYet,
            "Workshop.Harness.WrongAnswerException" => Verdict.Wrong,
            "Workshop.Harness.TimedOutException" => Verdict.TimedOut,
            _ => Verdict.FaultOfTheGrader,
        };
        return check with
        {
            Verdict = verdict,
            Message = verdict is Verdict.FaultOfTheGrader ? Fault(check, type, message, string.Join('\n', end.StackTraces), root) : message,
            Milliseconds = milliseconds,
        };
    }

    /// <summary>Adds the harness's report to a check that failed as the harness says. What cannot be read is left out: the
    /// check's message says the same.</summary>
    public static CheckResult AddReport(CheckResult check, string attached)
    {
        if (check.Verdict is Verdict.FaultOfTheGrader)
        {
            return check;
        }

        try
        {
            // xunit marks a text by s: before it.
            return check with { Failure = JsonSerializer.Deserialize<FailureReport>(attached[(attached.IndexOf(':') + 1)..], FailureReport.Json) };
        }
        catch (JsonException)
        {
            return check;
        }
    }

    /// <summary>A check that began, and whose end the report does not tell.</summary>
    public static CheckResult Lost(CheckResult check) => check with
    {
        Verdict = Verdict.FaultOfTheGrader,
        Message = Fault(check, "no result", "it began, and its end is not in the report", stackTraces: "", root: "/"),
    };

    private static string Fault(CheckResult check, string type, string message, string stackTraces, string root)
    {
        var place = Place().Matches(stackTraces)
            .Select(match => (File: Path.GetRelativePath(root, match.Groups[1].Value).Replace('\\', '/'), Line: match.Groups[2].Value))
            .FirstOrDefault(place => !place.File.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(place.File));
        var where = place.File is null ? "" : $"\nin {place.File}, line {place.Line}";
        return $"""
            {$"{check.Task} {check.Sentence}".Trim()}: fault of the workshop

            This is a fault of the workshop, not of your answer. The check stopped with
            {type}: {message}{where}
            Go on with the next task, and show these lines to whoever gave you the workshop.
            """.ReplaceLineEndings("\n");
    }

    /// <summary>What a lab answers may hold control characters, which a terminal would obey.</summary>
    public static string Printable(string text) =>
        ControlCharacter().Replace(text, match => $"\\u{(int)match.Value[0]:x4}");

    [GeneratedRegex(@" in (.+):line (\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]")]
    private static partial Regex ControlCharacter();
}
