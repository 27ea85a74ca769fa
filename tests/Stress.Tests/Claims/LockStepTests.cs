using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.Chat.V1;

namespace Workshop.Tests;

/// <summary>What docs/07-chat.md says of the deadlock: how far both sides come.</summary>
public sealed class LockStepTests(ITestOutputHelper output)
{
    private const int Texts = 60;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task One_loop_deadlocks_with_a_client_that_writes_before_it_reads()
    {
        var server = new Echo(inLockStep: true);

        var (status, written, read) = await RunAsync(server);

        output.WriteLine($"lock-step: {status}; the client wrote {written} of {Texts}, the server read {server.Read} and wrote {server.Written}, the client read {read}");
        // Client and server have the same deadline. The client may hear first that the server has given up.
        Assert.True(status is StatusCode.DeadlineExceeded or StatusCode.Cancelled, $"{status}");
        Assert.InRange(written, 2, Texts / 2);
        Assert.InRange(server.Read, 1, Texts / 2);
        Assert.Equal(0, read);
    }

    [Fact]
    public async Task Two_loops_do_not()
    {
        var server = new Echo(inLockStep: false);

        var (status, written, read) = await RunAsync(server);

        output.WriteLine($"two loops: {status}; the client wrote {written} of {Texts} and read {read}");
        Assert.Equal((StatusCode.OK, Texts, Texts), (status, written, read));
    }

    private static async Task<(StatusCode Status, int Written, int Read)> RunAsync(Echo server)
    {
        await using var app = await StartAsync(server);
        using var channel = GrpcChannel.ForAddress(app.Urls.First());
        using var call = new ChatService.ChatServiceClient(channel).Chat(deadline: DateTime.UtcNow + Limit);
        var (written, read) = (0, 0);
        try
        {
            var say = new ChatRequest { Say = new Say { Text = new string('x', 100_000) } };
            for (; written < Texts; written++)
            {
                await call.RequestStream.WriteAsync(say);
            }

            await call.RequestStream.CompleteAsync();
            await foreach (var _ in call.ResponseStream.ReadAllAsync())
            {
                read++;
            }

            return (StatusCode.OK, written, read);
        }
        // What a write throws says only that the call is over: some of it is no status.
        catch (Exception failure) when (failure is RpcException or IOException)
        {
            return (await StatusAsync(call), written, read);
        }
    }

    private static async Task<StatusCode> StatusAsync(AsyncDuplexStreamingCall<ChatRequest, ChatResponse> call)
    {
        try
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
            }

            return StatusCode.OK;
        }
        catch (RpcException failure)
        {
            return failure.StatusCode;
        }
    }

    private static async Task<WebApplication> StartAsync(Echo server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(server);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Echo>();
        await app.StartAsync();
        return app;
    }

    private sealed class Echo(bool inLockStep) : ChatService.ChatServiceBase
    {
        public int Read { get; private set; }

        public int Written { get; private set; }

        public override async Task Chat(
            IAsyncStreamReader<ChatRequest> requestStream, IServerStreamWriter<ChatResponse> responseStream, ServerCallContext context)
        {
            var queue = System.Threading.Channels.Channel.CreateUnbounded<string>();
            var writing = inLockStep ? Task.CompletedTask : Task.Run(async () =>
            {
                await foreach (var text in queue.Reader.ReadAllAsync(context.CancellationToken))
                {
                    await WriteAsync(responseStream, text);
                }
            });
            await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            {
                Read++;
                if (inLockStep)
                {
                    await WriteAsync(responseStream, request.Say.Text);
                }
                else
                {
                    queue.Writer.TryWrite(request.Say.Text);
                }
            }

            queue.Writer.Complete();
            await writing;
        }

        private async Task WriteAsync(IServerStreamWriter<ChatResponse> stream, string text)
        {
            await stream.WriteAsync(new ChatResponse { Event = new RoomEvent { Said = new Said { Text = text } } });
            Written++;
        }
    }
}
