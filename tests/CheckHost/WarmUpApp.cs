using System.CommandLine;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
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
    public static Task<int> RunAsync(string[] args, TextWriter output)
    {
        var text = new Argument<string>("TEXT") { Description = "What to send." };
        return new ServiceCommandLine<WarmUpSettings>(
            "Warms up.",
            Section,
            (arguments, outcome, error) => ServiceProcess.RunAsync(Create, arguments, (_, _) => [], outcome, error),
            ClientCommand.Create(
                "call", "Calls the server.", (parsed, options) => CallAsync(parsed.GetValue(text)!, options, output), text, ClientCommand.Retries()))
            .RunAsync(args, output, output);
    }

    private static async Task CallAsync(string text, ClientOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var client = new WarmUpService.WarmUpServiceClient(channel);
        var item = new Item { Text = text };

        using var upload = client.ClientStream(options.Headers);
        await upload.RequestStream.WriteAsync(item);
        await upload.RequestStream.CompleteAsync();
        await upload;

        using var tail = client.ServerStream(item, options.Headers);
        await foreach (var received in tail.ResponseStream.ReadAllAsync())
        {
            await output.WriteLineAsync(received.Text);
        }

        await client.UnaryAsync(item, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
    }

    /// <summary>The service by itself, as a check plays the other side of a lab's client.</summary>
    public static WarmUpService.WarmUpServiceBase Peer() => new Service(NullLogger<Service>.Instance);

    private sealed partial class Service(ILogger<Service> log) : WarmUpService.WarmUpServiceBase
    {
        public override Task<Item> Unary(Item request, ServerCallContext context) => request.Text switch
        {
            "" => throw Errors.InvalidArgument("TEXT_EMPTY", "text", "The text is empty."),
            "later" => throw Errors.Error(
                StatusCode.ResourceExhausted,
                "LATER",
                "Not now: try again in a second.",
                new Dictionary<string, string> { ["fact"] = "value" },
                new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) },
                new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = "subject" } } }),
            _ => Task.FromResult(request),
        };

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
