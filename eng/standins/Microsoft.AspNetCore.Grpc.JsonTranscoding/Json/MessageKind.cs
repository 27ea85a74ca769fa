namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>What JSON a message is: an object of its fields, or a form of its own.</summary>
internal enum MessageKind
{
    Fields,

    /// <summary>Timestamp, Duration and FieldMask: a string.</summary>
    Text,

    /// <summary>A wrapper that stands alone, not in a field: its value.</summary>
    Wrapper,
    Struct,
    Value,
    List,
    Any,
}
