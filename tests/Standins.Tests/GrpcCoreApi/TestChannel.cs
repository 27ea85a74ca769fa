using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

internal sealed class TestChannel(CallInvoker invoker) : ChannelBase("target")
{
    public override CallInvoker CreateCallInvoker() => invoker;
}
