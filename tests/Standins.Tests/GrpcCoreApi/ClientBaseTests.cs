using Grpc.Core;
using Workshop.Standins.Tests.GrpcCalls;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>The base of generated clients: which invoker and which host its calls use.</summary>
/// <remarks>
/// Source: API reference of <c>ClientBase</c> (https://grpc.github.io/grpc/csharp/api/Grpc.Core.ClientBase-1.html,
/// <c>WithHost</c>) and <c>ChannelBase</c>. The reference does not say that a client without a host takes the host off
/// a call; the official package does so.
/// </remarks>
public sealed class ClientBaseTests
{
    private readonly RecordingCallInvoker _invoker = new([]);

    [Fact]
    public void A_client_leaves_the_host_to_the_channel()
    {
        new EchoClient(_invoker).Upper();

        Assert.Null(_invoker.Host);
    }

    [Fact]
    public void A_copy_with_a_host_names_it_in_its_calls_and_the_original_does_not()
    {
        var client = new EchoClient(new TestChannel(_invoker));

        client.WithHost("other").Upper();
        var host = _invoker.Host;
        client.Upper();

        Assert.Equal("other", host);
        Assert.Null(_invoker.Host);
    }

    [Fact]
    public void A_copy_needs_a_host()
    {
        var client = new EchoClient(_invoker);

        Assert.Throws<ArgumentNullException>("host", () => client.WithHost(null!));
    }

    [Fact]
    public void The_host_of_a_call_gives_way_to_that_of_the_client_even_where_the_client_has_none()
    {
        var client = new EchoClient(_invoker);

        client.Upper("explicit");
        var withoutHost = _invoker.Host;
        client.WithHost("other").Upper("explicit");

        Assert.Null(withoutHost);
        Assert.Equal("other", _invoker.Host);
    }

    [Fact]
    public void A_client_without_a_channel_refuses_calls()
    {
        var client = new EchoClient();

        Assert.Throws<NotImplementedException>(() => client.Upper());
    }

    [Fact]
    public async Task A_channel_that_holds_nothing_shuts_down_at_once()
    {
        var channel = new TestChannel(_invoker);

        await channel.ShutdownAsync().InTime();

        Assert.Equal("target", channel.Target);
    }

    private sealed class EchoClient : ClientBase<EchoClient>
    {
        public EchoClient()
        {
        }

        public EchoClient(ChannelBase channel)
            : base(channel)
        {
        }

        public EchoClient(CallInvoker invoker)
            : base(invoker)
        {
        }

        private EchoClient(ClientBaseConfiguration configuration)
            : base(configuration)
        {
        }

        public void Upper(string? host = null) =>
            CallInvoker.AsyncUnaryCall(EchoMethods.Upper, host, default, "request");

        protected override EchoClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
    }
}
