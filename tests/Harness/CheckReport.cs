using System.Text.Json;
using Workshop.Runner.Grading;

namespace Workshop.Harness;

/// <summary>Reports a failed check: as an exception whose message a student reads, and as data attached to the test, for
/// the runner.</summary>
internal sealed class CheckReport(CheckIdentity check, Transcript transcript, ServerLog log, Patience patience)
{
    private const int MessagesShown = 30;
    private const int ShownBehindDifference = 5;

    // gRPC tells a client nothing of an exception, so the advice of a check says nothing of it either.
    public CheckFailedException Wrong(Difference difference, string next) => Fail(
        Verdict.Wrong,
        difference.Received.EndsWith("UNKNOWN", StringComparison.Ordinal) && log.HasError
            ? $"An exception ended the call: the line ERR of the log, below, says which one. {next}"
            : next,
        difference);

    /// <summary>What was awaited did not come, and it is known what was there instead.</summary>
    public CheckFailedException Unseen(string problem, string next) => Fail(Verdict.Wrong, next, problem: problem);

    public CheckFailedException TimedOut(string problem) => Fail(
        Verdict.TimedOut,
        "Look for what never ends: an await of a task that nobody completes, a call without a deadline, a loop, a lock, a sleep.",
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
            problem: $"{problem}: it threw {exception.GetType().Name}: {exception.Message}{(ThrownPlace.Of(exception, check.Root) is { } place ? $"\n  at {place}" : "")}".ReplaceLineEndings("\n"));
    }

    // What fails while a stub stands, in this task or in one that it builds on, is not wrong: it is not done.
    private CheckFailedException Fail(
        Verdict verdict, string next, Difference? difference = null, string? problem = null)
    {
        // As it came: a snapshot may have no words.
        var conversation = string.Join('\n', transcript.Conversation().Select(message => message.Text));
        var todo = Stub.Stands(check) ? check.Todo : Stub.FirstIn(conversation) ?? Stub.FirstIn(problem ?? "");
        var report = new FailureReport(
            check.Todo,
            check.Sentence,
            todo is null ? verdict : Verdict.NotImplementedYet,
            PlaceOf(todo ?? check.Todo),
            [$"labs/{check.Lab}/README.md, task {check.Todo}", $"docs/{check.Lab}.md"]);
        if (todo is null)
        {
            patience.Fail();
            report = WithConversation(report, difference) with
            {
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

    // The last messages, or those around the first difference: it is never left out.
    private FailureReport WithConversation(FailureReport report, Difference? difference)
    {
        FailureReport.Message[] all = [.. transcript.Conversation().Select(message => new FailureReport.Message(message.Sent, message.Text))];
        var (message, line) = difference is null ? (all.Length - 1, 0) : transcript.At(difference.Line);
        var first = Math.Clamp(message + 1 + ShownBehindDifference - MessagesShown, 0, Math.Max(0, all.Length - MessagesShown));
        var end = Math.Min(first + MessagesShown, all.Length);
        return report with
        {
            Conversation = all[first..end],
            Omitted = Lines(all[..first]),
            OmittedAfter = Lines(all[end..]),
            Difference = difference is null ? null : new FailureReport.FirstDifference(
                difference.Line,
                difference.Expected,
                difference.Received,
                message < 0 ? null : Lines(all[first..message]) + Math.Min(line, all[message].Lines.Length - 1)),
        };
    }

    private static int Lines(FailureReport.Message[] messages) => messages.Sum(message => message.Lines.Length);

    private FailureReport.Place PlaceOf(string todo)
    {
        var files = Stub.FilesOf(check, todo);
        // What lies at the top of the lab's folder is the student's.
        string[] students = [.. files.Where(file => !file[(check.GradedFolder.Length + 1)..].Contains('/', StringComparison.Ordinal))];
        var place = Stub.Find(check, todo) is var (file, line)
            ? new FailureReport.Place(todo, file, line)
            : new FailureReport.Place(todo, students.Concat(files).FirstOrDefault() ?? check.GradedFolder, Line: null);
        return place with { Also = [.. students.Where(other => other != place.File).Select(other => other[(check.GradedFolder.Length + 1)..])] };
    }
}
