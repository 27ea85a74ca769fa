using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Workshop.Schema.Tests.Wire;

/// <summary>Messages with every kind of field, from what Google.Protobuf itself brings along.</summary>
internal static class Sample
{
    public static MessageDescriptor Type => DescriptorProto.Descriptor;

    public static IReadOnlyList<byte[]> Messages { get; } =
    [
        Timestamp.Descriptor.ToProto().ToByteArray(),
        Struct.Descriptor.ToProto().ToByteArray(),
        DescriptorProto.Descriptor.ToProto().ToByteArray(),
        FieldOptions.Descriptor.ToProto().ToByteArray(),
    ];
}
