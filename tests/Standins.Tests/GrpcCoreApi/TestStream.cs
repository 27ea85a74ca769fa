using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>A stream in memory: gives the messages it was made with, and keeps those that are written.</summary>
internal sealed class TestStream<T>(params IEnumerable<T> messages) : IAsyncStreamReader<T>, IServerStreamWriter<T>
{
    private readonly IEnumerator<T> _messages = messages.GetEnumerator();

    public List<T> Written { get; } = [];

    public CancellationToken LastToken { get; private set; }

    public T Current => _messages.Current;

    public WriteOptions? WriteOptions { get; set; }

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        LastToken = cancellationToken;
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_messages.MoveNext());
    }

    public Task WriteAsync(T message)
    {
        Written.Add(message);
        return Task.CompletedTask;
    }
}
