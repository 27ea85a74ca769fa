using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog;
using Serilog.Events;
using Workshop.Tail;

namespace Workshop.Bench.Tail;

/// <summary>The servers that are compared.</summary>
internal static class TailServers
{
    /// <summary>The solution of lab 03, as it is.</summary>
    public const string Grpc = "tail-grpc";

    /// <summary>The same, and the bytes of a message are made once, for all.</summary>
    public const string GrpcBytesOnce = "tail-grpc-bytes-once";

    /// <summary>A minimal API that keeps the same entries and writes them as newline-delimited JSON, flushing each line.</summary>
    public const string Ndjson = "tail-ndjson";

    /// <summary>The same, tuned: lines are flushed together, and the bytes of a line are made once, for all.</summary>
    public const string NdjsonTuned = "tail-ndjson-tuned";

    /// <summary>Tells a server to log so many events: <c>write</c>, a space and the number.</summary>
    public const string Write = "write";

    private const int DefaultQueueEntries = 4_096;

    // Of the tuned peer, as in the solution.
    private const int MostHeld = 32 * 1024;
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(10);

    /// <summary>Serves until standard input ends.</summary>
    /// <param name="kind">Which server.</param>
    /// <param name="args">Settings of the solution, in pairs; the peer takes <c>--Tail:QueueEntries</c>.</param>
    public static async Task ServeAsync(string kind, string[] args)
    {
        await using var app = Create(kind, args);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        var writer = new TailLoad(app.Services.GetRequiredService<Serilog.ILogger>());
        await ServerMeter.RunAsync(order => writer.Write(int.Parse(order[Write.Length..], CultureInfo.InvariantCulture)));
        await app.StopAsync();
    }

    /// <summary>Builds a server without starting it.</summary>
    public static WebApplication Create(string kind, string[] args)
    {
        string[] all = ["--urls", "http://127.0.0.1:0", "--Tail:ConsoleLevel", "Fatal", .. args];
        return kind switch
        {
            Grpc => TailApp.Create(all),
            GrpcBytesOnce => CreateBytesOnce(all),
            _ => CreateNdjson(all, isTuned: kind == NdjsonTuned),
        };
    }

    private static WebApplication CreateBytesOnce(string[] args)
    {
        var app = TailApp.Create(args);
        // Before the routes of the solution's own service.
        app.MapGrpcService<BytesOnceService>().Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = -1);
        return app;
    }

    private static WebApplication CreateNdjson(string[] args, bool isTuned)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1));
        var sink = new NdjsonSink(builder.Configuration.GetValue("Tail:QueueEntries", DefaultQueueEntries), isTuned);
        builder.Host.UseSerilog((_, logger) => logger
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .WriteTo.Sink(sink));
        var app = builder.Build();
        app.MapGet("/", async (HttpResponse response, IHostApplicationLifetime lifetime, CancellationToken gone) =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
            var queue = sink.Follow();
            try
            {
                response.ContentType = "application/x-ndjson";
                await response.BodyWriter.FlushAsync(stop.Token);
                await SendAsync(queue.Reader, response.BodyWriter, isTuned ? MostHeld : 0, isTuned ? Coalesce : TimeSpan.Zero, stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The client left, or the server stops.
            }
            finally
            {
                sink.Leave(queue);
            }
        });
        return app;
    }

    private static async Task SendAsync(
        ChannelReader<NdjsonEntry> queue, PipeWriter body, int mostHeld, TimeSpan coalesce, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(body);
        while (await queue.WaitToReadAsync(stop))
        {
            while (queue.TryRead(out var entry))
            {
                entry.WriteTo(body, json);
                if (body.UnflushedBytes > mostHeld)
                {
                    await body.FlushAsync(stop);
                }
            }

            await body.FlushAsync(stop);
            if (coalesce > TimeSpan.Zero)
            {
                await Task.Delay(coalesce, stop);
            }
        }
    }
}
