using Grpc.Core;
using Grpc.Net.Client;

namespace Workshop.Standins.Tests.GrpcCalls;

/// <summary>Call credentials over a connection without TLS: the client decides, not the credentials.</summary>
/// <remarks>
/// Source: <c>GrpcChannelOptions.UnsafeUseInsecureChannelCallCredentials</c>
/// (https://learn.microsoft.com/aspnet/core/grpc/authn-and-authz, "Set the bearer token").
/// </remarks>
public sealed class InsecureCallCredentialsTests(EchoServer server) : IClassFixture<EchoServer>
{
    [Fact]
    public async Task A_channel_that_is_told_to_sends_them()
    {
        using var channel = CreateChannel(isTold: true);

        using var call = channel.CreateCallInvoker().AsyncUnaryCall(EchoMethods.Upper, null, default, "hello");
        await call.ResponseAsync.InTime();

        Assert.Equal("token", call.GetTrailers().GetValue("caller"));
    }

    [Fact]
    public void A_channel_that_is_not_told_to_refuses_them()
    {
        Assert.Throws<InvalidOperationException>(() => CreateChannel(isTold: false));
    }

    private GrpcChannel CreateChannel(bool isTold)
    {
        var credentials = CallCredentials.FromInterceptor((_, metadata) =>
        {
            metadata.Add("caller", "token");
            return Task.CompletedTask;
        });
        return GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, credentials),
            UnsafeUseInsecureChannelCallCredentials = isTold,
        });
    }
}
