using System.Buffers;
using System.Text.Json;
using Serilog.Events;

namespace Workshop.Bench.Tail;

/// <summary>An entry of the peer, shared by all who read it. As in the solution, its texts are made when the first reader needs them.</summary>
/// <param name="logEvent">What was logged.</param>
/// <param name="sequence">Its number.</param>
/// <param name="isTuned">Whether its bytes are made once, for all; otherwise for each reader, which is what gRPC does.</param>
internal sealed class NdjsonEntry(LogEvent logEvent, long sequence, bool isTuned)
{
    private LogLine? _line;
    private byte[]? _bytes;

    /// <summary>Writes the entry and the end of its line.</summary>
    public void WriteTo(IBufferWriter<byte> body, Utf8JsonWriter json)
    {
        _line ??= LogLine.Of(logEvent, sequence);
        if (isTuned)
        {
            body.Write(_bytes ??= _line.ToBytes());
        }
        else
        {
            json.Reset(body);
            _line.WriteTo(json);
        }

        body.Write("\n"u8);
    }
}
