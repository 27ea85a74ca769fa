using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>The responses of a streaming call: each becomes a line, and is sent at once.</summary>
internal sealed class LineWriter<TResponse>(JsonResponse response, HttpContext context, FieldPlan? field)
    : IServerStreamWriter<TResponse>
    where TResponse : class
{
    // A service may keep the stream for longer than the request lives.
    private readonly CancellationToken _aborted = context.RequestAborted;
    private readonly HttpResponse _response = context.Response;
    private bool _isComplete;
    private int _writes;

    public WriteOptions? WriteOptions
    {
        get => throw new NotImplementedException("A transcoded call has no write options.");
        set => throw new NotImplementedException("A transcoded call has no write options.");
    }

    public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TResponse message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Volatile.Read(ref _isComplete))
        {
            throw new InvalidOperationException("Can't write the message because the request is complete.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        _aborted.ThrowIfCancellationRequested();

        if (Interlocked.CompareExchange(ref _writes, 1, 0) != 0)
        {
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        }

        try
        {
            await response.WriteLineAsync(_response, (IMessage)message, field, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _writes, 0);
        }
    }

    public void Complete() => Volatile.Write(ref _isComplete, true);
}
