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
    private static readonly Method<string, string> AskMethod = new(MethodType.Unary, "shop.Shop", "Ask", Text, Text);

    private readonly GrpcChannel _channel;

    private ShopServer(WebApplication app)
    {
        App = app;
        _channel = GrpcChannel.ForAddress(app.Urls.First());
    }

    public WebApplication App { get; }

    public string Address => App.Urls.First();

    public static WebApplication Create(string[] args, UnaryServerMethod<string, string>? answer = null, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddSettings<ShopOptions>("Shop");
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(answer ?? ((request, _) => Task.FromResult(request)));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGrpcService<ShopService>();
        return app;
    }

    public static async Task<ShopServer> StartAsync(UnaryServerMethod<string, string> answer, Action<IServiceCollection>? configure = null)
    {
        var app = Create(["--urls", "http://127.0.0.1:0"], answer, configure);
        await app.StartAsync().WaitAsync(Limit);
        return new ShopServer(app);
    }

    public AsyncUnaryCall<string> Call(Metadata? headers = null, CancellationToken cancellationToken = default) =>
        _channel.CreateCallInvoker().AsyncUnaryCall(
            AskMethod, null, new CallOptions(headers, DateTime.UtcNow + Limit, cancellationToken), "tea");

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await App.DisposeAsync().AsTask().WaitAsync(Limit);
    }

    // A code generator would write it, with the method of the rpc's name.
    [BindServiceMethod(typeof(ShopServiceBase), nameof(Bind))]
    internal abstract class ShopServiceBase
    {
        public static void Bind(ServiceBinderBase binder, ShopServiceBase? service) =>
            binder.AddMethod(AskMethod, service is null ? null : new UnaryServerMethod<string, string>(service.Ask));

        public abstract Task<string> Ask(string request, ServerCallContext context);
    }

    internal sealed class ShopService(UnaryServerMethod<string, string> answer) : ShopServiceBase
    {
        public override Task<string> Ask(string request, ServerCallContext context) => answer(request, context);
    }
}
