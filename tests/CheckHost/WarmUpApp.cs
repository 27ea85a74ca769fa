using System.Threading.Channels;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workshop.ServiceDefaults;

namespace Workshop.CheckHost;

/// <summary>A server and a command of the same parts as a lab's.</summary>
internal static partial class WarmUpApp
{
    private const string Section = "WarmUp";

    private static readonly ErrorDomain Errors = new("warm-up.workshop.example");

    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<WarmUpSettings>(Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGrpcService<Service>();
        return app;
    }

    /// <summary>What a lab's <c>Program</c> does with its arguments.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output) => new ServiceCommandLine<WarmUpSettings>(
        "Warms up.",
        Section,
        (arguments, outcome, error) => ServiceProcess.RunAsync(Create, arguments, (_, _) => [], outcome, error),
        ClientCommand.Create("call", "Calls the server.", CallAsync, ClientCommand.Retries())).RunAsync(args, output, output);

    private static async Task CallAsync(System.CommandLine.ParseResult parsed, ClientOptions options)
    {
        using var channel = options.Connect();
        await new WarmUpService.WarmUpServiceClient(channel).UnaryAsync(new Item { Text = "two" }, options.Headers);
    }

    private sealed partial class Service(ILogger<Service> log) : WarmUpService.WarmUpServiceBase
    {
        public override Task<Item> Unary(Item request, ServerCallContext context) => request.Text.Length > 0
            ? Task.FromResult(request)
            : throw Errors.InvalidArgument("TEXT_EMPTY", "text", "The text is empty.");

        public override async Task<Item> ClientStream(IAsyncStreamReader<Item> requestStream, ServerCallContext context)
        {
            var all = new Item();
            await foreach (var item in requestStream.ReadAllAsync(context.CancellationToken))
            {
                all.Items.Add(item);
            }

            return all;
        }

        public override async Task ServerStream(Item request, IServerStreamWriter<Item> responseStream, ServerCallContext context)
        {
            await responseStream.WriteAsync(request, context.CancellationToken);
            await responseStream.WriteAsync(request, context.CancellationToken);
        }

        public override async Task DuplexStream(
            IAsyncStreamReader<Item> requestStream, IServerStreamWriter<Item> responseStream, ServerCallContext context)
        {
            var items = Channel.CreateBounded<Item>(1);
            var writing = WriteAsync(items.Reader, responseStream, context.CancellationToken);
            while (await requestStream.MoveNext(context.CancellationToken))
            {
                Received(log, requestStream.Current.Number);
                await items.Writer.WriteAsync(requestStream.Current, context.CancellationToken);
            }

            items.Writer.Complete();
            await writing;
        }

        [LoggerMessage(1, LogLevel.Information, "Item {Number}")]
        private static partial void Received(ILogger log, long number);

        private static async Task WriteAsync(ChannelReader<Item> items, IServerStreamWriter<Item> responseStream, CancellationToken cancellationToken)
        {
            await foreach (var item in items.ReadAllAsync(cancellationToken))
            {
                await responseStream.WriteAsync(item, cancellationToken);
            }
        }
    }
}
