using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>Memory that a message is written to before it is sent, so that a failure leaves nothing half sent.</summary>
/// <remarks>Buffers are used again. A large one is not kept.</remarks>
internal sealed class JsonBuffer : IDisposable
{
    private const int MaxKept = 64;
    private const int MaxKeptBytes = 1024 * 1024;

    private static readonly ConcurrentBag<JsonBuffer> Plain = [];
    private static readonly ConcurrentBag<JsonBuffer> Indented = [];

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly bool _isIndented;

    private JsonBuffer(bool isIndented)
    {
        _isIndented = isIndented;
        Writer = new Utf8JsonWriter(_bytes, JsonContract.WriterOptions(isIndented));
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>What was written. The writer must have been flushed.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public static JsonBuffer Rent(bool isIndented) =>
        (isIndented ? Indented : Plain).TryTake(out var buffer) ? buffer : new JsonBuffer(isIndented);

    public void Dispose()
    {
        var pool = _isIndented ? Indented : Plain;
        if (_bytes.Capacity > MaxKeptBytes || pool.Count >= MaxKept)
        {
            Writer.Dispose();
            return;
        }

        _bytes.ResetWrittenCount();
        Writer.Reset(_bytes);
        pool.Add(this);
    }
}
