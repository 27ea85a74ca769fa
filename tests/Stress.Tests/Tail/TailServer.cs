using System.Diagnostics.Metrics;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Logs.V1;
using Workshop.Tail;

namespace Workshop.Tests;

/// <summary>The solution of lab 03 in this process, and clients of it.</summary>
internal sealed class TailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private TailServer(WebApplication app)
    {
        _app = app;
        Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        Address = app.Urls.First();
        _channel = Connect(Address);
        Client = new LogService.LogServiceClient(_channel);
    }

    /// <summary>Such as <c>http://127.0.0.1:50051</c>.</summary>
    public string Address { get; }

    public LogService.LogServiceClient Client { get; }

    /// <summary>The logger of the application.</summary>
    public Serilog.ILogger Logger { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="port">Where it listens on loopback; 0 for any free port.</param>
    /// <param name="settings">Settings, such as <c>--Tail:BufferEntries</c> and a number.</param>
    public static async Task<TailServer> StartAsync(int port = 0, params string[] settings)
    {
        var app = TailApp.Create(["--urls", $"http://127.0.0.1:{port}", "--Tail:ConsoleLevel", "Fatal", .. settings]);
        await app.StartAsync();
        return new TailServer(app);
    }

    /// <summary>A channel that takes more streams than one connection does.</summary>
    public static GrpcChannel Connect(string address) => GrpcChannel.ForAddress(
        address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });

    /// <summary>Opens a stream that follows, and reads the stored entries.</summary>
    public Task<TailFollower> FollowAsync(StreamLogsRequest request, CallOptions options = default) =>
        TailFollower.OpenAsync(Client, request, options);

    public void Log(string message) => Logger.ForContext(Serilog.Core.Constants.SourceContextPropertyName, "Shop").Information(message);

    /// <summary>Waits until no stream follows any server of this process, by the servers' own gauge.</summary>
    public static Task NobodyFollowsAsync() => Eventually.HoldsAsync(
        () => Followers() == 0, () => $"{Followers()} streams follow, which should have ended.", Patience);

    /// <summary>Stops the server, as Ctrl+C does.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static long Followers()
    {
        var followers = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "workshop.tail.followers")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => followers += value);
        listener.Start();
        listener.RecordObservableInstruments();
        return followers;
    }
}
