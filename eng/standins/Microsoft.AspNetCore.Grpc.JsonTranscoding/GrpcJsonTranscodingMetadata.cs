using Google.Api;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding;

/// <summary>Metadata of every endpoint of a transcoded method: what is called, and the rule that maps it.</summary>
public sealed class GrpcJsonTranscodingMetadata
{
    public GrpcJsonTranscodingMetadata(MethodDescriptor methodDescriptor, HttpRule httpRule)
    {
        MethodDescriptor = methodDescriptor;
        HttpRule = httpRule;
    }

    /// <summary>The method that the endpoint calls.</summary>
    public MethodDescriptor MethodDescriptor { get; }

    /// <summary>The rule of this endpoint: that of the method, or one of its additional bindings.</summary>
    public HttpRule HttpRule { get; }
}
