using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What transcoding adds to an application.</summary>
public sealed class EndpointTests(EchoServer echo)
{
    [Fact]
    public void An_endpoint_has_the_rule_and_the_method_it_is_for()
    {
        var endpoint = echo.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == "/v1/alias/{text}");

        var metadata = endpoint.Metadata.GetRequiredMetadata<GrpcJsonTranscodingMetadata>();

        Assert.Equal("/v1/alias/{text}", metadata.HttpRule.Get);
        Assert.Same(EchoService.Descriptor.FindMethodByName("Bound"), metadata.MethodDescriptor);
        Assert.Equal(["GET"], endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods);
        Assert.Equal("Bound", endpoint.Metadata.GetRequiredMetadata<GrpcMethodMetadata>().Method.Name);
    }

    [Fact]
    public void A_method_without_a_rule_has_no_endpoint() => Assert.DoesNotContain(
        echo.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints,
        endpoint => endpoint.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>()?.MethodDescriptor.Name == "Hidden");

    [Fact]
    public async Task The_service_is_still_called_with_grpc()
    {
        using var channel = GrpcChannel.ForAddress(echo.Server.Http2Address);

        var response = await new EchoService.EchoServiceClient(channel)
            .HiddenAsync(new Everything { Text = "a" }, deadline: DateTime.UtcNow.AddSeconds(20));

        Assert.Equal("a", response.Text);
    }

    [Fact]
    public async Task Added_twice_it_is_there_once()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoingService>(),
            configure: builder => builder.Services.AddGrpc().AddJsonTranscoding());

        Assert.Equal(200, (await server.GetAsync("/v1/get")).Code);
    }

    [Fact]
    public void The_package_brings_the_two_proto_files_and_no_other()
    {
        var folder = typeof(EndpointTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProtosPath").Value!;

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));

        Assert.Equal(["google/api/annotations.proto", "google/api/http.proto"], files.Order());
    }
}
