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

    /// <summary>What was sent and received, in its order: the last messages.</summary>
    public IReadOnlyList<Message> Conversation { get; init; } = [];

    /// <summary>How many there were before these.</summary>
    public int Omitted { get; init; }

    public FirstDifference? Difference { get; init; }

    /// <summary>What happened, in a sentence, where it is not a difference.</summary>
    public string? Problem { get; init; }

    /// <summary>What to do next, in a sentence.</summary>
    public string? Next { get; init; }

    /// <summary>The last lines that the server logged.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>Up to the conversation.</summary>
    public IReadOnlyList<string> OpeningLines() => Verdict is Verdict.NotImplementedYet
        ? [$"{Task} {Sentence}: {Verdict.ToWords()}"]
        : [$"{Task} {Sentence}: {Verdict.ToWords()}", "", "Sent (>) and received (<):"];

    public IReadOnlyList<string> ConversationLines() => Verdict is Verdict.NotImplementedYet ? [] :
    [
        .. Omitted > 0 ? [$"  ({Omitted} lines before these)"] : Array.Empty<string>(),
        .. Conversation.SelectMany(message => $"  {(message.Sent ? '>' : '<')} {message.Text}".Split('\n')).DefaultIfEmpty("  (nothing yet)"),
    ];

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
    public string ToText() => string.Join('\n', [.. OpeningLines(), .. ConversationLines(), .. AdviceLines(), .. LogLines()]);

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
    internal sealed record Message(bool Sent, string Text);

    /// <summary>The first line in which what the client saw and its snapshot differ.</summary>
    internal sealed record FirstDifference(int Line, string Expected, string Received);

    /// <summary>A task's place.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="File">The file where it is marked, or else the one that it is about, relative to the workshop.</param>
    /// <param name="Line">The line of its mark; null when the mark is gone.</param>
    internal sealed record Place(string Id, string File, int? Line);
}
