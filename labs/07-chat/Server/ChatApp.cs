using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog.Events;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>The server: Kestrel, HTTP/2 without TLS, ChatService.</summary>
public static class ChatApp
{
    // What a message has besides its text is far less.
    private const int BesidesText = 4 * 1024;

    // Longer than ShutdownDrain waits, but short for a user. With a client that does not read, Kestrel waits this whole time.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(800);

    // A cable that is pulled out sends no sign. After both of these, the member has gone.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingAnswer = TimeSpan.FromSeconds(10);

    /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<ChatOptions>(ChatOptions.Section);
        if (builder.Configuration["shutdownTimeoutSeconds"] is null)
        {
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        }

        builder.Services.AddOptions<KestrelServerOptions>().Configure<ChatOptions>((kestrel, options) =>
        {
            kestrel.Limits.MaxConcurrentConnections = options.MaxConnections;
            kestrel.Limits.Http2.KeepAlivePingDelay = Silence;
            kestrel.Limits.Http2.KeepAlivePingTimeout = PingAnswer;
        });
        builder.Services.AddOptions<GrpcServiceOptions>().Configure<ChatOptions>(
            (grpc, options) => grpc.MaxReceiveMessageSize = options.MaxTextBytes + BesidesText);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new MemberTokens(
            TokenKey.Open(services.GetRequiredService<ChatOptions>().KeyFile), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<OpenStreams>();
        builder.Services.AddSingleton<RoomDirectory>();
        builder.Services.AddSingleton<RequestRules>();
        builder.Services.AddGrpc();

        var app = builder.Build();
        // A key that cannot be read is a problem of the start, not of the first call.
        app.Services.GetRequiredService<MemberTokens>();
        // Debug: a line for each member who comes and goes is no news.
        app.UseServiceDefaults(LogEventLevel.Debug);
        app.UseUnreadableSubscriptions();
        app.MapGrpcService<ChatCalls>();
        return app;
    }

    /// <summary>Serves until Ctrl+C.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> ServeAsync(string[] args, TextWriter output, TextWriter error) =>
        ServiceProcess.RunAsync(Create, args, Instructions, output, error);

    private static IEnumerable<string> Instructions(IServiceProvider services, string clientOption) =>
    [
        $"In a second terminal, in this folder:  dotnet run -- chat tea --name ada{clientOption}",
        $"In a third one:  dotnet run -- chat tea --name bob{clientOption}",
    ];
}
