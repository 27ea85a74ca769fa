using System.Diagnostics;
using System.Text;

namespace Workshop.Harness;

/// <summary>Writes what a student reads when a check fails: what was sent and received, the first difference, the
/// task, what to do next, where to read, and the server's own log.</summary>
internal sealed class CheckReport(CheckIdentity check, Transcript transcript, ServerLog log)
{
    private const int LinesShown = 30;

    public CheckFailedException Wrong(Difference difference, string next) =>
        (CheckFailedException?)NotImplementedYet() ?? new WrongAnswerException(Compose(
            "wrong",
            $"""
            First difference, in line {difference.Line}:
              expected   {difference.Expected}
              received   {difference.Received}
            """,
            next));

    public CheckFailedException TimedOut(string what) =>
        (CheckFailedException?)NotImplementedYet() ?? new TimedOutException(Compose(
            "timed out",
            what,
            "Look for something that is awaited and never comes: a task that nobody completes, a call without a deadline."));

    public CheckFailedException Threw(string problem, Exception exception)
    {
        if (Stub.FirstIn(exception.Message) is { } todo)
        {
            transcript.Add("stub", exception.Message);
        }

        return (CheckFailedException?)NotImplementedYet() ?? new WrongAnswerException(Compose(
            "wrong",
            $"{problem}: it threw {exception.GetType().Name}: {exception.Message}{Place(exception)}",
            "An exception that nobody catches ends a program with a stack trace: find out why it is thrown."));
    }

    private NotImplementedYetException? NotImplementedYet()
    {
        if (Stub.Stands(check))
        {
            return new NotImplementedYetException(
                $"""
                {Title("not implemented yet")}

                {Task()}
                Read   {Readme()}
                """);
        }

        return Stub.FirstIn(transcript.ToString()) is { } other
            ? new NotImplementedYetException(
                $"""
                {Title("not implemented yet")}

                This task builds on {other}, which is not done yet.
                Task   {TaskOf(other)}
                Read   {Readme()}
                """)
            : null;
    }

    private string Compose(string verdict, string finding, string next)
    {
        var message = new StringBuilder(
            $"""
            {Title(verdict)}

            Sent (>) and received (<):
            {Conversation()}

            {finding}

            {Task()}
            Next   {next}
            Read   {Readme()}
            """);
        var lines = log.Lines;
        if (lines.Count > 0)
        {
            message.Append("\n\nThe log of your server:\n").AppendJoin('\n', lines.Select(line => $"  {line}"));
        }

        return message.ToString().ReplaceLineEndings("\n");
    }

    private string Title(string verdict) => $"{check.Todo} {check.Sentence}: {verdict}";

    private string Task() => $"Task   {TaskOf(check.Todo)}";

    private string TaskOf(string todo) => Stub.Find(check, todo) is var (file, line)
        ? $"TODO {todo} in {file}, line {line}"
        : $"{todo} in {Stub.FileOf(check, todo) ?? check.GradedFolder}";

    private string Readme() => $"labs/{check.Lab}/README.md, task {check.Todo}; docs/{check.Lab}.md";

    private string Conversation()
    {
        var lines = transcript.Conversation();
        var shown = lines.TakeLast(LinesShown).Select(line => $"  {line}");
        return lines.Count switch
        {
            0 => "  (nothing yet)",
            <= LinesShown => string.Join('\n', shown),
            _ => string.Join('\n', shown.Prepend($"  ({lines.Count - LinesShown} lines before these)")),
        };
    }

    // The innermost place in the student's own files, where there is one. Generated code, in artifacts/, is not theirs.
    private string Place(Exception exception)
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
