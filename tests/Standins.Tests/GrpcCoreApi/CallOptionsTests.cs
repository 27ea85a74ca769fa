using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>Call options are immutable, and empty by default.</summary>
/// <remarks>
/// Source: API reference of <c>CallOptions</c> (https://grpc.github.io/grpc/csharp/api/Grpc.Core.CallOptions.html).
/// </remarks>
public sealed class CallOptionsTests
{
    [Fact]
    public void Each_change_gives_a_copy_and_leaves_the_original()
    {
        var headers = new Metadata();
        var deadline = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using var cancellation = new CancellationTokenSource();
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var original = new CallOptions();

        var changed = original.WithHeaders(headers).WithDeadline(deadline).WithCancellationToken(cancellation.Token)
            .WithWriteOptions(WriteOptions.Default).WithCredentials(credentials).WithWaitForReady();

        Assert.Equal(new CallOptions(headers, deadline, cancellation.Token, WriteOptions.Default, null, credentials)
            .WithWaitForReady(), changed);
        Assert.Equal(default, original);
    }

    [Fact]
    public void Nothing_is_set_by_default()
    {
        var options = new CallOptions();

        Assert.Null(options.Headers);
        Assert.Null(options.Deadline);
        Assert.False(options.CancellationToken.CanBeCanceled);
        Assert.Null(options.WriteOptions);
        Assert.Null(options.PropagationToken);
        Assert.Null(options.Credentials);
        Assert.False(options.IsWaitForReady);
    }

    [Fact]
    public void Waiting_for_a_connection_can_be_turned_off_again()
    {
        var options = new CallOptions().WithWaitForReady();

        Assert.True(options.IsWaitForReady);
        Assert.False(options.WithWaitForReady(false).IsWaitForReady);
    }
}
