using Google.Protobuf.Reflection;

namespace Workshop.Wire;

/// <summary>What the bytes of a protobuf message say, piece by piece.</summary>
/// <param name="Elements">The pieces in their order, up to the problem if there is one.</param>
/// <param name="Problem">Where the bytes stop to be a message, and why; null when they are one.</param>
/// <remarks>It accepts whatever a protobuf parser accepts. Source: https://protobuf.dev/programming-guides/encoding/</remarks>
public sealed record WireDump(IReadOnlyList<WireElement> Elements, WireProblem? Problem)
{
    /// <param name="bytes">The message as it is sent, without the five bytes that gRPC puts before it.</param>
    /// <param name="type">Which message the bytes are meant to be. Null: every field is unknown.</param>
    public static WireDump Of(ReadOnlyMemory<byte> bytes, MessageDescriptor? type = null)
    {
        var parser = new WireParser(bytes);
        var problem = parser.Parse(type);
        return new WireDump(parser.Elements, problem);
    }

    /// <summary>As text: offset, bytes, field, value, a line for each piece.</summary>
    public override string ToString() => WireText.Of(this);
}
