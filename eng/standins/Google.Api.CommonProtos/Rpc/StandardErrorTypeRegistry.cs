using Google.Protobuf.Reflection;

namespace Google.Rpc;

/// <summary>The types of google/rpc/error_details.proto, by name.</summary>
public static class StandardErrorTypeRegistry
{
    public static TypeRegistry Registry { get; } = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);
}
