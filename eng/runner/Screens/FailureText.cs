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

    /// <summary>How many lines of the conversation are missing before these, and after them.</summary>
    public (int Before, int After) Omitted { get; init; }

    /// <summary>The line of the conversation that matters most, from 0: the first difference, or else the last.</summary>
    public int Focus { get; init; }

    public IReadOnlyList<string> Whole => [.. Before, .. Shown(Conversation.Count), .. After, .. Log];

    public IReadOnlyList<string> WithoutLog => [.. Before, .. Shown(Conversation.Count), .. After, .. LogNote];

    private IReadOnlyList<string> LogNote => (Log.Count - LinesBeforeLog) switch
    {
        <= 0 => [],
        1 => ["Log    1 line of your server's log: press a"],
        var lines => [$"Log    {lines} lines of your server's log: press a"],
    };

    /// <summary>With so many lines of the conversation only, those around the first difference.</summary>
    public IReadOnlyList<string> Shortened(int lines) => Conversation.Count <= lines
        ? WithoutLog
        : [.. Before, .. Shown(lines, ": press a"), .. After, .. LogNote];

    public static FailureText Of(LabResult result) => result.FirstFailed switch
    {
        { Failure: { } failure } task => Of(failure with { Changes = task.Changes }, result.Afterwards),
        { Changes: { } changes } task => Of($"{result.Message.TrimEnd()}\n\n{FailureWords.WasDone(task.Task.Id, changes)}"),
        _ => Of(result.Message),
    };

    /// <summary>A text without parts.</summary>
    public static FailureText Of(string text) => new(text.Length == 0 ? [] : text.TrimEnd().Split('\n'), [], [], []);

    private static FailureText Of(FailureReport failure, IEnumerable<string> afterwards) => new(
        Printable(failure.OpeningLines()),
        Printable(failure.ConversationLines()),
        Printable([.. failure.AdviceLines(), .. afterwards.SelectMany(line => new[] { "", line })]),
        Printable(failure.LogLines()))
    {
        Omitted = (failure.Omitted, failure.OmittedAfter),
        Focus = failure.Difference?.At ?? int.MaxValue,
    };

    // More of what came before the difference than after it.
    private IReadOnlyList<string> Shown(int lines, string remedy = "")
    {
        var focus = Math.Min(Focus, Conversation.Count - 1);
        var first = Math.Clamp(focus + 1 + (lines / 4) - lines, 0, Math.Max(0, Conversation.Count - lines));
        return FailureWords.WithOmitted(
            Conversation.Skip(first).Take(lines),
            Omitted.Before + first,
            Omitted.After + Math.Max(0, Conversation.Count - first - lines),
            remedy);
    }

    private static IReadOnlyList<string> Printable(IEnumerable<string> lines) => [.. lines.Select(CheckFailure.Printable)];
}
