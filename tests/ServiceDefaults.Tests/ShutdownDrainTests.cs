using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

public sealed class ShutdownDrainTests
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_call_that_ends_because_of_the_stop_sends_its_status()
    {
        await using var server = await StartAsync();
        using var call = server.Call(cancellationToken: TestContext.Current.CancellationToken);
        await _entered.Task.WaitAsync(ShopServer.Limit, TestContext.Current.CancellationToken);

        await StopTwiceAsync(server);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal("UNAVAILABLE by the service", exception.Status.Detail);
    }

    [Fact]
    public async Task A_call_whose_client_is_gone_is_not_waited_for()
    {
        await using var server = await StartAsync();
        using var gone = new CancellationTokenSource();
        using var call = server.Call(cancellationToken: gone.Token);
        await _entered.Task.WaitAsync(ShopServer.Limit, TestContext.Current.CancellationToken);
        var drain = server.App.Services.GetRequiredService<ShutdownDrain>();

        await gone.CancelAsync();
        await _left.Task.WaitAsync(ShopServer.Limit, TestContext.Current.CancellationToken);

        var stopping = drain.StoppingAsync(TestContext.Current.CancellationToken);
        Assert.True(stopping.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_hosts_own_limit_ends_the_wait()
    {
        await using var server = await StartAsync(ends: false);
        using var gone = new CancellationTokenSource();
        using var call = server.Call(cancellationToken: gone.Token);
        await _entered.Task.WaitAsync(ShopServer.Limit, TestContext.Current.CancellationToken);
        var drain = server.App.Services.GetRequiredService<ShutdownDrain>();

        var stopping = drain.StoppingAsync(new CancellationToken(canceled: true));

        Assert.True(stopping.IsCompletedSuccessfully);
        await gone.CancelAsync();
    }

    private static async Task StopTwiceAsync(ShopServer server)
    {
        var lifetime = server.App.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.StopApplication();
        lifetime.StopApplication();
        await server.App.StopAsync(TestContext.Current.CancellationToken).WaitAsync(ShopServer.Limit);
    }

    private Task<ShopServer> StartAsync(bool ends = true) =>
        ShopServer.StartAsync(async (_, context) =>
        {
            var services = context.GetHttpContext().RequestServices;
            // Callbacks run last registered, first called: this one after that of the drain.
            context.GetHttpContext().Response.OnCompleted(() =>
            {
                _left.TrySetResult();
                return Task.CompletedTask;
            });
            services.GetRequiredService<ShutdownDrain>().Track(context);
            var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(
                context.CancellationToken, ends ? stopping : CancellationToken.None);
            _entered.TrySetResult();
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = end.Token.Register(ended.SetResult);
            await ended.Task;
            throw new RpcException(new Status(StatusCode.Unavailable, "UNAVAILABLE by the service"));
        });
}
