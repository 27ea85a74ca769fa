using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

/// <summary>A server as a lab makes it, whose only call is answered by the test.</summary>
internal sealed class ShopServer : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Marshaller<string> Text = Marshallers.StringMarshaller;
    private static readonly Method<string, string> Ask = new(MethodType.Unary, "shop.Shop", "Ask", Text, Text);

    private readonly GrpcChannel _channel;

    private ShopServer(WebApplication app)
    {
        App = app;
        _channel = GrpcChannel.ForAddress(app.Urls.First());
    }

    public WebApplication App { get; }

    public string Address => App.Urls.First();

    public static WebApplication Create(string[] args, UnaryServerMethod<string, string>? answer = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<ShopOptions>("Shop");
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(answer ?? ((request, _) => Task.FromResult(request)));
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGrpcService<ShopService>();
        return app;
    }

    public static async Task<ShopServer> StartAsync(UnaryServerMethod<string, string> answer)
    {
        var app = Create(["--urls", "http://127.0.0.1:0"], answer);
        await app.StartAsync().WaitAsync(Limit);
        return new ShopServer(app);
    }

    public AsyncUnaryCall<string> Call(Metadata? headers = null, CancellationToken cancellationToken = default) =>
        _channel.CreateCallInvoker().AsyncUnaryCall(
            Ask, null, new CallOptions(headers, DateTime.UtcNow + Limit, cancellationToken), "tea");

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await App.DisposeAsync().AsTask().WaitAsync(Limit);
    }

    [BindServiceMethod(typeof(ShopService), nameof(Bind))]
    internal sealed class ShopService(UnaryServerMethod<string, string> answer)
    {
        public static void Bind(ServiceBinderBase binder, ShopService? service) =>
            binder.AddMethod(Ask, service is null ? null! : service.Answer);

        public Task<string> Answer(string request, ServerCallContext context) => answer(request, context);
    }
}
