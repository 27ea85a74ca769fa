namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>What a single value of a field is, as far as its JSON differs.</summary>
internal enum ValueKind
{
    Bool,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Float,
    Double,
    String,
    Bytes,
    Enum,

    /// <summary>The enum <c>google.protobuf.NullValue</c>: <c>null</c>.</summary>
    Null,

    /// <summary>A message that is a scalar or nothing, such as <c>google.protobuf.Int32Value</c>.</summary>
    Wrapper,
    Message,
}
