using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workshop.Chat;

namespace Workshop.Bench.Chat;

/// <summary>The servers that are compared.</summary>
internal static class ChatServers
{
    /// <summary>The solution of lab 07, as it is.</summary>
    public const string Grpc = "chat-grpc";

    /// <summary>A minimal API with WebSockets behind HTTP/1.1, which sends JSON.</summary>
    public const string WebSocket = "chat-websocket";

    /// <summary>Serves until standard input ends.</summary>
    /// <param name="kind">Which server.</param>
    /// <param name="args">Settings of the solution, in pairs.</param>
    public static async Task ServeAsync(string kind, string[] args)
    {
        string[] all = ["--urls", "http://127.0.0.1:0", "--Serilog:MinimumLevel:Default", "Fatal", .. args];
        await using var app = kind == WebSocket ? CreateWebSocket(all) : ChatApp.Create(all);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await ServerMeter.RunAsync(_ => { });
        await app.StopAsync();
    }

    private static WebApplication CreateWebSocket(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1));
        var room = new WebSocketRoom();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapGet("/{name}", async (string name, HttpContext context, IHostApplicationLifetime lifetime) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await WebSocketCalls.ServeAsync(socket, name, room, lifetime.ApplicationStopping);
        });
        return app;
    }
}
