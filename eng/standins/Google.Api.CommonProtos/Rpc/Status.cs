using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Google.Rpc;

public sealed partial class Status
{
    /// <summary>The first detail of a type; null when there is none.</summary>
    /// <exception cref="InvalidProtocolBufferException">The detail says it is of this type, and its bytes are not.</exception>
    public T GetDetail<T>()
        where T : class, IMessage<T>, new()
    {
        foreach (var detail in Details)
        {
            if (detail.TryUnpack<T>(out var message))
            {
                return message;
            }
        }

        return null;
    }

    /// <summary>The details that are standard error details, in their order; others are left out.</summary>
    public IEnumerable<IMessage> UnpackDetailMessages() => UnpackDetailMessages(StandardErrorTypeRegistry.Registry);

    /// <summary>The details whose types are in a registry, in their order; others are left out.</summary>
    public IEnumerable<IMessage> UnpackDetailMessages(TypeRegistry registry)
    {
        foreach (var detail in Details)
        {
            if (detail.Unpack(registry) is { } message)
            {
                yield return message;
            }
        }
    }
}
