using Grpc.Core;
using Workshop.Standins.Tests.GrpcCoreApi;

namespace Workshop.Standins.Tests.GrpcNetCommon;

/// <summary>ReadAllAsync makes a stream of messages an asynchronous enumeration.</summary>
/// <remarks>
/// Source: API reference of <c>AsyncStreamReaderExtensions.ReadAllAsync</c>
/// (https://grpc.github.io/grpc/csharp-dotnet/api/Grpc.Core.AsyncStreamReaderExtensions.html); "Call gRPC services with
/// the .NET client" (https://learn.microsoft.com/aspnet/core/grpc/client). That a library does not capture the
/// synchronization context is the rule CA2007.
/// </remarks>
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
    public async Task Reading_does_not_capture_the_synchronization_context()
    {
        var stream = new WaitingStream();
        var context = new RecordingContext();
        var messages = stream.ReadAllAsync().GetAsyncEnumerator(CancellationToken.None);

        var reading = StartWithin(context, () => messages.MoveNextAsync().AsTask());
        stream.Message.SetResult(true);

        Assert.True(await reading.InTime());
        Assert.Equal(0, context.Posts);
        await messages.DisposeAsync();
    }

    [Fact]
    public void A_missing_stream_is_refused_before_it_is_read()
    {
        Assert.Throws<ArgumentNullException>(() => { ((IAsyncStreamReader<string>)null!).ReadAllAsync(); });
    }

    private static Task<bool> StartWithin(SynchronizationContext context, Func<Task<bool>> start)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            return start();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class WaitingStream : IAsyncStreamReader<string>
    {
        public TaskCompletionSource<bool> Message { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Current => "message";

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Message.Task;
    }

    private sealed class RecordingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
