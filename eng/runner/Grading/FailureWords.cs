namespace Workshop.Runner.Grading;

/// <summary>The words around a failure's data. Another language needs other words here, and nowhere else.</summary>
internal static class FailureWords
{
    private const int FilesNamed = 3;

    /// <summary>Up to the conversation.</summary>
    public static IReadOnlyList<string> OpeningLines(this FailureReport failure) =>
    [
        $"{failure.Task} {failure.Sentence}: {failure.Verdict.ToWords()}",
        .. failure.Changes is { } changes ? [WasDone(failure.Task, changes)] : Array.Empty<string>(),
        .. failure.HasConversation ? ["", "Sent (>) and received (<):"] : Array.Empty<string>(),
    ];

    public static IReadOnlyList<string> ConversationLines(this FailureReport failure) => !failure.HasConversation ? [] :
        [.. failure.Conversation.SelectMany(message => message.Lines).DefaultIfEmpty("  (nothing yet)")];

    /// <summary>The lines that are shown of the conversation, between notes on how many are not.</summary>
    /// <param name="lines">Those that are shown.</param>
    /// <param name="before">How many are missing before them.</param>
    /// <param name="after">How many are missing after them.</param>
    /// <param name="remedy">How to see them, such as <c>: press a</c>.</param>
    public static IReadOnlyList<string> WithOmitted(IEnumerable<string> lines, int before, int after, string remedy = "") => (before, after) switch
    {
        (0, 0) => [.. lines],
        (0, _) => [.. lines, $"  ({Count(after)} after these{remedy})"],
        (_, 0) => [$"  ({Count(before)} before these{remedy})", .. lines],
        _ => [$"  ({Count(before)} before these, {after} after{remedy})", .. lines],
    };

    /// <summary>What is wrong, and what to do about it.</summary>
    public static IReadOnlyList<string> AdviceLines(this FailureReport failure) =>
    [
        "",
        .. FindingLines(failure),
        .. failure.Changes is { } changes ? [$"Look   first in {FirstToLookAt(failure, changes)}"] : Array.Empty<string>(),
        $"Task   {Place(failure.Todo)}",
        .. failure.Next is null ? Array.Empty<string>() : [$"Next   {failure.Next}"],
        $"Read   {string.Join("; ", failure.Read)}",
    ];

    public static IReadOnlyList<string> LogLines(this FailureReport failure) =>
        failure.Log.Count == 0 ? [] : ["", "The log of your server:", .. failure.Log.Select(line => $"  {line}")];

    /// <summary>All of it, as plain <c>dotnet test</c> shows it.</summary>
    public static string ToText(this FailureReport failure) => string.Join('\n',
    [
        .. failure.OpeningLines(),
        .. WithOmitted(failure.ConversationLines(), failure.Omitted, failure.OmittedAfter),
        .. failure.AdviceLines(),
        .. failure.LogLines(),
    ]);

    /// <summary>That a task was done, and what was changed since then.</summary>
    public static string WasDone(string task, FailureReport.ChangedFiles changes) =>
        $"{task} was done before your last {(changes.Last.Count == 1 ? "change" : "changes")}, in {Names(changes.Last)}."
        + (changes.Earlier.Count > 0 ? $" Before that you changed {Names(changes.Earlier)}." : "");

    private static string Place(FailureReport.Place todo) =>
        (todo.Line is null ? $"{todo.Id} in {todo.File}" : $"TODO {todo.Id} in {todo.File}, line {todo.Line}")
        + (todo.Also is { Count: > 0 } also ? $"; also {string.Join(", ", also)}" : "");

    // Where the task's own file was changed as well, it is likelier than that of another task.
    private static string FirstToLookAt(FailureReport failure, FailureReport.ChangedFiles changes) =>
        changes.Last.FirstOrDefault(file => file == failure.Todo.File) ?? changes.Last[0];

    private static IEnumerable<string> FindingLines(FailureReport failure) =>
        failure.Difference is { } difference ?
        [
            $"First difference, in line {difference.Line}:",
            $"  expected   {difference.Expected}",
            $"  received   {difference.Received}",
            "",
        ]
        : failure.Problem is { } problem ? [.. problem.Split('\n'), ""]
        : failure.Todo.Id != failure.Task ? [$"This task builds on {failure.Todo.Id}, which is not done yet."]
        : [];

    // A file of the lab without its folder, which the lines below name.
    private static string Names(IReadOnlyList<string> files)
    {
        string[] names = [.. files.Take(FilesNamed).Select(file => file.Split('/') is ["labs" or "solutions", _, .. var rest] ? string.Join('/', rest) : file)];
        return files.Count > FilesNamed ? $"{string.Join(", ", names)} and {Count(files.Count - FilesNamed, "more file")}"
            : names is [.. { Length: > 0 } first, var last] ? $"{string.Join(", ", first)} and {last}"
            : names[0];
    }

    private static string Count(int count, string noun = "line") => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
