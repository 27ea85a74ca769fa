using Workshop.Runner.Grading;

namespace Workshop.Runner.Screens;

/// <summary>The text of what is to be fixed, by its parts, so that a small screen keeps the ones that matter.</summary>
/// <param name="Before">Up to the conversation.</param>
/// <param name="Conversation">What was sent and received.</param>
/// <param name="After">The first difference, the task, what to do, where to read.</param>
/// <param name="Log">The server's log.</param>
internal sealed record FailureText(
    IReadOnlyList<string> Before, IReadOnlyList<string> Conversation, IReadOnlyList<string> After, IReadOnlyList<string> Log)
{
    // The log begins with an empty line and a title.
    private const int LinesBeforeLog = 2;

    public IReadOnlyList<string> Whole => [.. Before, .. Conversation, .. After, .. Log];

    public IReadOnlyList<string> WithoutLog => [.. Before, .. Conversation, .. After, .. LogNote];

    private IReadOnlyList<string> LogNote => (Log.Count - LinesBeforeLog) switch
    {
        <= 0 => [],
        1 => ["Log    1 line of your server's log: press a"],
        var lines => [$"Log    {lines} lines of your server's log: press a"],
    };

    /// <summary>With the last lines of the conversation only.</summary>
    public IReadOnlyList<string> Shortened(int lines) => Conversation.Count <= lines
        ? WithoutLog
        : [.. Before, $"  ({Conversation.Count - lines} lines before these: press a)", .. Conversation.TakeLast(lines), .. After, .. LogNote];

    public static FailureText Of(LabResult result) => result.FirstFailed?.Failure is { } failure
        ? new FailureText(
            Printable(failure.OpeningLines()),
            Printable(failure.ConversationLines()),
            Printable([.. failure.AdviceLines(), .. result.Afterwards.SelectMany(line => new[] { "", line })]),
            Printable(failure.LogLines()))
        : Of(result.Message);

    /// <summary>A text without parts.</summary>
    public static FailureText Of(string text) => new(text.Length == 0 ? [] : text.TrimEnd().Split('\n'), [], [], []);

    private static IReadOnlyList<string> Printable(IEnumerable<string> lines) => [.. lines.Select(CheckFailure.Printable)];
}
