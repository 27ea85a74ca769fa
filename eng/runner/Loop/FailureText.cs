namespace Workshop.Runner.Loop;

/// <summary>The text of a failed check by its parts, so that a small screen keeps the ones that matter.</summary>
/// <param name="Before">Up to the conversation.</param>
/// <param name="Conversation">What was sent and received.</param>
/// <param name="After">The first difference, the task, what to do, where to read.</param>
/// <param name="Log">The server's log.</param>
internal sealed record FailureText(
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Conversation,
    IReadOnlyList<string> After,
    IReadOnlyList<string> Log)
{
    private const string ConversationTitle = "Sent (>) and received (<):";
    private const string LogTitle = "The log of your server:";

    public IReadOnlyList<string> Whole => [.. Before, .. Conversation, .. After, .. Log];

    public IReadOnlyList<string> WithoutLog => [.. Before, .. Conversation, .. After, .. LogNote];

    private IReadOnlyList<string> LogNote =>
        Log.Count > 0 ? [$"Log    {Log.Count - 1} {(Log.Count == 2 ? "line" : "lines")} of your server's log: press a"] : [];

    /// <summary>With the last lines of the conversation only.</summary>
    public IReadOnlyList<string> Shortened(int lines) => Conversation.Count <= lines
        ? WithoutLog
        : [.. Before, $"  ({Conversation.Count - lines} lines before these: press a)", .. Conversation.TakeLast(lines), .. After, .. LogNote];

    public static FailureText Of(string text)
    {
        string[] lines = text.Length == 0 ? [] : text.TrimEnd().Split('\n');
        var log = Array.IndexOf(lines, LogTitle) is var at and >= 0 ? at : lines.Length;
        var from = Array.IndexOf(lines, ConversationTitle, 0, log) + 1;
        var to = from > 0 ? Array.IndexOf(lines, "", from, log - from) : 0;
        to = to < 0 ? log : to;

        // The blank line before the log's title goes with the log.
        var after = log > to && log < lines.Length && lines[log - 1].Length == 0 ? lines[to..(log - 1)] : lines[to..log];
        return new FailureText(lines[..from], lines[from..to], after, lines[log..]);
    }
}
