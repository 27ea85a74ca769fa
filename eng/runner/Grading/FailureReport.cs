using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workshop.Runner.Grading;

/// <summary>What a failed check tells, as data. The harness attaches it to the test as JSON, and the runner reads it there.
/// </summary>
/// <remarks>This file is compiled into both, so that neither can change the shape alone. The words around the data are here
/// and nowhere else: another language needs other words in this file only.</remarks>
/// <param name="Task">The id of the check's task.</param>
/// <param name="Sentence">The check's name.</param>
/// <param name="Verdict">Why it failed.</param>
/// <param name="Todo">Where to write: the place of the task, or of the task that it builds on.</param>
/// <param name="Read">Where to read.</param>
internal sealed record FailureReport(
    string Task, string Sentence, Verdict Verdict, FailureReport.Place Todo, IReadOnlyList<string> Read)
{
    /// <summary>The name of the attachment.</summary>
    public const string Attachment = "failure";

    /// <summary>The environment variable by which the runner asks for it. Plain <c>dotnet test</c> would write each attachment
    /// to a file, and list these.</summary>
    public const string Asked = "WORKSHOP_FAILURE_DATA";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What was sent and received, in its order: the last messages, or those around the first difference.</summary>
    public IReadOnlyList<Message> Conversation { get; init; } = [];

    /// <summary>How many there were before these.</summary>
    /// <remarks>In lines; a message can have several.</remarks>
    public int Omitted { get; init; }

    /// <summary>How many there were after these.</summary>
    public int OmittedAfter { get; init; }

    public FirstDifference? Difference { get; init; }

    /// <summary>What happened, in a sentence, where it is not a difference.</summary>
    public string? Problem { get; init; }

    /// <summary>What to do next, in a sentence.</summary>
    public string? Next { get; init; }

    /// <summary>The last lines that the server logged.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>Up to the conversation.</summary>
    public IReadOnlyList<string> OpeningLines() => !HasConversation
        ? [$"{Task} {Sentence}: {Verdict.ToWords()}"]
        : [$"{Task} {Sentence}: {Verdict.ToWords()}", "", "Sent (>) and received (<):"];

    public IReadOnlyList<string> ConversationLines() => !HasConversation ? [] :
        [.. Conversation.SelectMany(message => message.Lines).DefaultIfEmpty("  (nothing yet)")];

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
    public IReadOnlyList<string> AdviceLines() =>
    [
        "",
        .. FindingLines(),
        $"Task   {(Todo.Line is null ? $"{Todo.Id} in {Todo.File}" : $"TODO {Todo.Id} in {Todo.File}, line {Todo.Line}")}",
        .. Next is null ? Array.Empty<string>() : [$"Next   {Next}"],
        $"Read   {string.Join("; ", Read)}",
    ];

    public IReadOnlyList<string> LogLines() =>
        Log.Count == 0 ? [] : ["", "The log of your server:", .. Log.Select(line => $"  {line}")];

    /// <summary>All of it, as plain <c>dotnet test</c> shows it.</summary>
    public string ToText() => string.Join(
        '\n', [.. OpeningLines(), .. WithOmitted(ConversationLines(), Omitted, OmittedAfter), .. AdviceLines(), .. LogLines()]);

    private static string Count(int lines) => lines == 1 ? "1 line" : $"{lines} lines";

    // Where a problem says all that is known, there is nothing to show before it.
    private bool HasConversation => Verdict is not Verdict.NotImplementedYet && (Conversation.Count > 0 || Problem is null);

    private IEnumerable<string> FindingLines() =>
        Difference is { } difference ?
        [
            $"First difference, in line {difference.Line}:",
            $"  expected   {difference.Expected}",
            $"  received   {difference.Received}",
            "",
        ]
        : Problem is { } problem ? [.. problem.Split('\n'), ""]
        : Todo.Id != Task ? [$"This task builds on {Todo.Id}, which is not done yet."]
        : [];

    /// <summary>One message or fact of the conversation; a text of several lines is indented.</summary>
    internal sealed record Message(bool Sent, string Text)
    {
        /// <summary>As it is shown.</summary>
        [JsonIgnore]
        public string[] Lines => $"  {(Sent ? '>' : '<')} {Text}".Split('\n');
    }

    /// <summary>The first line in which what the client saw and its snapshot differ.</summary>
    /// <param name="Line">Its number in the snapshot, from 1.</param>
    /// <param name="Expected">The line of the snapshot.</param>
    /// <param name="Received">What the client saw.</param>
    /// <param name="At">Where it is in <see cref="ConversationLines"/>, from 0; null where nobody knows.</param>
    internal sealed record FirstDifference(int Line, string Expected, string Received, int? At = null);

    /// <summary>A task's place.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="File">The file where it is marked, or else the one that it is about, relative to the workshop.</param>
    /// <param name="Line">The line of its mark; null when the mark is gone.</param>
    internal sealed record Place(string Id, string File, int? Line);
}
