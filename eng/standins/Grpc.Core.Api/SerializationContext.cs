using System.Buffers;

namespace Grpc.Core;

/// <summary>Takes the bytes of one message from a serializer.</summary>
/// <remarks>
/// A serializer ends with exactly one call of a <c>Complete</c> method. What a library does not override throws
/// <see cref="NotImplementedException"/>, except <see cref="SetPayloadLength"/>: the length is a hint.
/// </remarks>
public abstract class SerializationContext
{
    protected SerializationContext()
    {
    }

    /// <summary>Hands over the whole message; the array must not change afterwards.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>A writer into the transport's own buffer. End with <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Announces the length, in bytes, of what will be written, so that it needs no second buffer.</summary>
    /// <remarks>
    /// Optional. Call it before <see cref="GetBufferWriter"/>, and write exactly that much. Does nothing unless
    /// overridden.
    /// </remarks>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends a message that was written to <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
