using System.Text.Json.Serialization;

namespace Workshop.Transcoding.ByHand;

/// <summary>A page of a list.</summary>
/// <param name="Files">The files, by their ids.</param>
/// <param name="NextPageToken">Asks for the next page; not there on the last one.</param>
internal sealed record FilePage(
    IReadOnlyList<FileResource> Files,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextPageToken);
