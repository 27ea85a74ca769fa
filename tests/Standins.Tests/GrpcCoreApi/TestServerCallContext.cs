using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>A call without a server, as a test of a service would have it.</summary>
internal sealed class TestServerCallContext : ServerCallContext
{
    public Metadata? SentHeaders { get; private set; }

    protected override string MethodCore => "/service/Method";

    protected override string HostCore => "host";

    protected override string PeerCore => "ipv4:127.0.0.1:1";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => CancellationToken.None;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        SentHeaders = responseHeaders;
        return Task.CompletedTask;
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException($"deadline: {options?.IsPropagateDeadline}");
}
