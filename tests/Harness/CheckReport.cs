using System.Diagnostics;
using System.Text.Json;
using Workshop.Runner.Grading;

namespace Workshop.Harness;

/// <summary>Reports a failed check: as an exception whose message a student reads, and as data attached to the test, for
/// the runner.</summary>
internal sealed class CheckReport(CheckIdentity check, Transcript transcript, ServerLog log)
{
    private const int MessagesShown = 30;

    public CheckFailedException Wrong(Difference difference, string next) => Fail(
        Verdict.Wrong, next, new FailureReport.FirstDifference(difference.Line, difference.Expected, difference.Received));

    public CheckFailedException TimedOut(string problem) => Fail(
        Verdict.TimedOut,
        "Look for something that is awaited and never comes: a task that nobody completes, a call without a deadline.",
        problem: problem);

    public CheckFailedException Threw(string problem, Exception exception)
    {
        if (Stub.FirstIn(exception.Message) is not null)
        {
            transcript.Add("stub", exception.Message);
        }

        return Fail(
            Verdict.Wrong,
            "An exception that nobody catches ends a program with a stack trace: find out why it is thrown.",
            problem: $"{problem}: it threw {exception.GetType().Name}: {exception.Message}{PlaceOf(exception)}".ReplaceLineEndings("\n"));
    }

    // What fails while a stub stands, in this task or in one that it builds on, is not wrong: it is not done.
    private CheckFailedException Fail(
        Verdict verdict, string next, FailureReport.FirstDifference? difference = null, string? problem = null)
    {
        var todo = Stub.Stands(check) ? check.Todo : Stub.FirstIn(transcript.ToString());
        var report = new FailureReport(
            check.Todo,
            check.Sentence,
            todo is null ? verdict : Verdict.NotImplementedYet,
            PlaceOf(todo ?? check.Todo),
            [$"labs/{check.Lab}/README.md, task {check.Todo}", $"docs/{check.Lab}.md"]);
        if (todo is null)
        {
            var messages = transcript.Conversation();
            report = report with
            {
                Conversation = [.. messages.TakeLast(MessagesShown).Select(message => new FailureReport.Message(message.Sent, message.Text))],
                Omitted = Math.Max(0, messages.Count - MessagesShown),
                Difference = difference,
                Problem = problem,
                Next = next,
                Log = log.Lines,
            };
        }
        else if (Stub.ContractWith(check) is { } contract)
        {
            report = report with { Next = $"Delete the line 'TODO {check.Todo} is not done yet' of {contract} when you begin: then you see what a client gets." };
        }

        if (Environment.GetEnvironmentVariable(FailureReport.Asked) is "1")
        {
            TestContext.Current.AddAttachment(
                FailureReport.Attachment, JsonSerializer.Serialize(report, FailureReport.Json), replaceExistingValue: true);
        }

        return report.Verdict switch
        {
            Verdict.NotImplementedYet => new NotImplementedYetException(report.ToText()),
            Verdict.TimedOut => new TimedOutException(report.ToText()),
            _ => new WrongAnswerException(report.ToText()),
        };
    }

    private FailureReport.Place PlaceOf(string todo) => Stub.Find(check, todo) is var (file, line)
        ? new FailureReport.Place(todo, file, line)
        : new FailureReport.Place(todo, Stub.FileOf(check, todo) ?? check.GradedFolder, Line: null);

    // The innermost place in the student's own files, where there is one. Generated code, in artifacts/, is not theirs.
    private string PlaceOf(Exception exception)
    {
        var generated = Path.Combine(check.Root, "artifacts");
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is { } file
                && file.StartsWith(check.Root, StringComparison.Ordinal)
                && !file.StartsWith(generated, StringComparison.Ordinal));
        return frame is null
            ? ""
            : $"\n  at {Path.GetRelativePath(check.Root, frame.GetFileName()!).Replace('\\', '/')}, line {frame.GetFileLineNumber()}";
    }
}
