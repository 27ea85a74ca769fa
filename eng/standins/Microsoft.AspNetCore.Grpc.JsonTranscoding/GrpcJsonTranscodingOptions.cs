using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding;

/// <summary>Options of gRPC JSON transcoding.</summary>
public sealed class GrpcJsonTranscodingOptions
{
    /// <summary>The types that a <c>google.protobuf.Any</c> may hold, also in the details of an error.</summary>
    /// <remarks>Default <see cref="TypeRegistry.Empty"/>: an Any that is not empty cannot be read or written.</remarks>
    public TypeRegistry TypeRegistry { get; set; } = TypeRegistry.Empty;

    /// <summary>How messages are read from JSON and written as JSON.</summary>
    public GrpcJsonSettings JsonSettings { get; set; } = new();
}
