namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>A segment of a path template, between two slashes.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Text">The text of a literal; empty otherwise.</param>
internal readonly record struct PathSegment(PathSegmentKind Kind, string Text);
