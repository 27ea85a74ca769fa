using Grpc.Core;
using Workshop.Standins.Tests.GrpcCalls;

namespace Workshop.Standins.Tests.GrpcCoreApi;

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
    public void A_client_without_a_channel_refuses_calls()
    {
        var client = new EchoClient();

        Assert.Throws<NotImplementedException>(client.Upper);
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

        public void Upper() => CallInvoker.AsyncUnaryCall(EchoMethods.Upper, null, default, "request");

        protected override EchoClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
    }
}
