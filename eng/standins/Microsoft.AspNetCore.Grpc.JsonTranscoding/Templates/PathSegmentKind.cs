namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>The kinds of segment in the path template of an HTTP rule.</summary>
internal enum PathSegmentKind
{
    /// <summary>The segment itself.</summary>
    Literal,

    /// <summary><c>*</c>: any one segment.</summary>
    One,

    /// <summary><c>**</c>: any number of segments, also none; the last of a template.</summary>
    Rest,
}
