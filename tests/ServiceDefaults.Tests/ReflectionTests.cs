using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Reflection.V1;

namespace Workshop.Tests;

public sealed class ReflectionTests
{
    [Fact]
    public async Task In_development_a_server_tells_its_services()
    {
        var response = await AskAsync("Development");

        Assert.Contains(
            "grpc.reflection.v1.ServerReflection", response.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_it_tells_nothing(string environment)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => AskAsync(environment));

        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
    }

    private static async Task<ServerReflectionResponse> AskAsync(string environment)
    {
        await using var app = ShopServer.Create(["--urls", "http://127.0.0.1:0", "--environment", environment]);
        await app.StartAsync(TestContext.Current.CancellationToken).WaitAsync(ShopServer.Limit, TestContext.Current.CancellationToken);
        using var channel = GrpcChannel.ForAddress(app.Urls.First());
        using var call = new ServerReflection.ServerReflectionClient(channel)
            .ServerReflectionInfo(deadline: DateTime.UtcNow + ShopServer.Limit);
        try
        {
            await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, TestContext.Current.CancellationToken);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The call has ended already. The response stream says how.
        }

        return await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);
    }
}
