namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>What the body of a request or a response holds.</summary>
internal enum BodyKind
{
    /// <summary>No field: the body is not read.</summary>
    None,

    /// <summary>The whole message.</summary>
    Message,

    /// <summary>One field of the message.</summary>
    Field,
}
