using Grpc.Core;
using Workshop.Standins.Tests.GrpcCoreApi;

namespace Workshop.Standins.Tests.GrpcNetCommon;

public sealed class AsyncStreamReaderExtensionsTests
{
    [Fact]
    public async Task A_stream_is_read_to_its_end()
    {
        var stream = new TestStream<string>("one", "two");

        var read = await stream.ReadAllAsync().ToListAsync().AsTask().InTime();

        Assert.Equal(["one", "two"], read);
    }

    [Fact]
    public async Task The_token_reaches_the_stream()
    {
        using var cancellation = new CancellationTokenSource();
        var stream = new TestStream<string>("one");

        await stream.ReadAllAsync(cancellation.Token).ToListAsync(CancellationToken.None).AsTask().InTime();

        Assert.Equal(cancellation.Token, stream.LastToken);
    }

    [Fact]
    public async Task The_token_of_the_loop_reaches_the_stream_too()
    {
        using var cancellation = new CancellationTokenSource();
        var stream = new TestStream<string>("one");

        await cancellation.CancelAsync();
        var reading = stream.ReadAllAsync().ToListAsync(cancellation.Token).AsTask();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.InTime());
    }

    [Fact]
    public void A_missing_stream_is_refused_before_it_is_read()
    {
        Assert.Throws<ArgumentNullException>(() => { ((IAsyncStreamReader<string>)null!).ReadAllAsync(); });
    }
}
