using System.Buffers;

namespace Grpc.Core;

/// <summary>Gives a deserializer the bytes of one message.</summary>
/// <remarks>
/// Valid during the call of the deserializer alone, which reads the payload once. What a library does not override
/// throws <see cref="NotImplementedException"/>.
/// </remarks>
public abstract class DeserializationContext
{
    protected DeserializationContext()
    {
    }

    /// <summary>The length of the message in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>Copies the message into an array of its own.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>The message in the buffers that it arrived in, which have another use afterwards.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
