using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>A status and the exception that carries it: their texts and their parts.</summary>
/// <remarks>
/// Source: API reference of <c>Status</c> (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Status.html) and
/// <c>RpcException</c>; for the text of <c>ToString</c> grpc/grpc-dotnet, test/Grpc.Core.Api.Tests.
/// </remarks>
public sealed class StatusTests
{
    private static readonly Status NotFound = new(StatusCode.NotFound, "x");

    [Fact]
    public void A_status_shows_its_code_and_detail()
    {
        Assert.Equal("""Status(StatusCode="NotFound", Detail="x")""", NotFound.ToString());
    }

    [Fact]
    public void A_status_shows_the_exception_behind_it()
    {
        var status = new Status(StatusCode.Unavailable, "x", new InvalidOperationException("why"));

        Assert.Equal(
            """Status(StatusCode="Unavailable", Detail="x", DebugException="System.InvalidOperationException: why")""",
            status.ToString());
    }

    [Fact]
    public void The_ready_made_statuses_have_an_empty_detail()
    {
        Assert.Equal(new Status(StatusCode.OK, ""), Status.DefaultSuccess);
        Assert.Equal(new Status(StatusCode.Cancelled, ""), Status.DefaultCancelled);
    }

    [Fact]
    public void The_message_of_an_rpc_exception_is_its_status()
    {
        var exception = new RpcException(NotFound);

        Assert.Equal(NotFound.ToString(), exception.Message);
        Assert.Equal(NotFound, exception.Status);
        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
        Assert.Empty(exception.Trailers);
    }

    [Fact]
    public void An_rpc_exception_takes_another_message_and_trailers()
    {
        var trailers = new Metadata { { "key", "value" } };

        var exception = new RpcException(NotFound, trailers, "message");

        Assert.Equal("message", exception.Message);
        Assert.Same(trailers, exception.Trailers);
        Assert.Equal("message", new RpcException(NotFound, "message").Message);
        Assert.Throws<ArgumentNullException>(() => new RpcException(NotFound, (Metadata)null!));
    }

    [Fact]
    public void The_exception_behind_a_status_is_the_inner_exception()
    {
        var cause = new InvalidOperationException("why");

        var exception = new RpcException(new Status(StatusCode.Unavailable, "x", cause));

        Assert.Same(cause, exception.InnerException);
    }
}
