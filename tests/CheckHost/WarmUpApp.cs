using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace Workshop.CheckHost;

/// <summary>A server of the same parts as a lab's.</summary>
internal static class WarmUpApp
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Host.UseSerilog((_, services, logger) => logger
            .ReadFrom.Services(services)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));
        builder.Services.AddGrpc();

        var app = builder.Build();
        app.UseSerilogRequestLogging();
        app.MapGrpcService<Service>();
        return app;
    }

    private sealed class Service : WarmUpService.WarmUpServiceBase
    {
        public override Task<Item> Unary(Item request, ServerCallContext context) => request.Text.Length > 0
            ? Task.FromResult(request)
            : throw new RpcException(new Status(StatusCode.InvalidArgument, "The text is empty."));

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
    }
}
