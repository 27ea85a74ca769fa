using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workshop.Runner.Grading;

/// <summary>What a failed check tells, as data. The harness attaches it to the test as JSON, and the runner reads it there.
/// </summary>
/// <remarks>This file is compiled into both, so that neither can change the shape alone.</remarks>
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

    /// <summary>Set by the runner where the task was done before: the harness does not know that.</summary>
    public ChangedFiles? Changes { get; init; }

    /// <summary>The last lines that the server logged.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>Whether there is something to show before the rest. Where a problem says all that is known, there is not.</summary>
    [JsonIgnore]
    public bool HasConversation => Verdict is not Verdict.NotImplementedYet && (Conversation.Count > 0 || Problem is null);

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
    /// <param name="At">Where it is in the lines of the conversation, from 0; null where nobody knows.</param>
    internal sealed record FirstDifference(int Line, string Expected, string Received, int? At = null);

    /// <summary>Files that were changed since the task was done, relative to the workshop.</summary>
    /// <param name="Last">Those that were changed after the last check that found it done. At least one.</param>
    /// <param name="Earlier">Others that were changed since any task was done for the first time.</param>
    internal sealed record ChangedFiles(IReadOnlyList<string> Last, IReadOnlyList<string> Earlier);

    /// <summary>A task's place.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="File">The file where it is marked, or else the one that it is about, relative to the workshop.</param>
    /// <param name="Line">The line of its mark; null when the mark is gone.</param>
    /// <param name="Also">Other files of the student that the task is about, without their folder.</param>
    internal sealed record Place(string Id, string File, int? Line = null, IReadOnlyList<string>? Also = null);
}
