using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.V1;

[assembly: AssemblyFixture(typeof(EchoServer))]

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>A server that answers with what it understood, without default values: an answer shows what was set.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    private TestServer? _server;

    public TestServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(
        app => app.MapGrpcService<EchoingService>(),
        transcoding: options =>
        {
            options.JsonSettings.IgnoreDefaultValues = true;
            options.TypeRegistry = TypeRegistry.FromMessages(
                User.Descriptor, Duration.Descriptor, Int32Value.Descriptor, Any.Descriptor);
        });

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
