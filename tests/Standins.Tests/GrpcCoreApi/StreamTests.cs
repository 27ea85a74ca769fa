using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>What streams do that override only what they must.</summary>
/// <remarks>
/// Source: API reference of <c>IAsyncStreamWriter</c> (the default of <c>WriteAsync</c> with a token) and
/// <c>AsyncStreamReaderExtensions</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.AsyncStreamReaderExtensions.html).
/// </remarks>
public sealed class StreamTests
{
    private readonly TestStream<string> _stream = new("one");

    [Fact]
    public async Task A_writer_without_cancellation_takes_a_token_that_never_cancels()
    {
        IAsyncStreamWriter<string> writer = _stream;

        await writer.WriteAsync("message", CancellationToken.None).InTime();

        Assert.Equal(["message"], _stream.Written);
    }

    [Fact]
    public async Task A_writer_without_cancellation_refuses_a_token_that_may_cancel()
    {
        using var cancellation = new CancellationTokenSource();
        IAsyncStreamWriter<string> writer = _stream;

        var writing = () => writer.WriteAsync("message", cancellation.Token).InTime();

        await Assert.ThrowsAsync<NotSupportedException>(writing);
        Assert.Empty(_stream.Written);
    }

    [Fact]
    public async Task A_reader_moves_on_without_a_token()
    {
        Assert.True(await _stream.MoveNext().InTime());
        Assert.Equal("one", _stream.Current);
        Assert.False(await _stream.MoveNext().InTime());
        Assert.False(_stream.LastToken.CanBeCanceled);
    }
}
