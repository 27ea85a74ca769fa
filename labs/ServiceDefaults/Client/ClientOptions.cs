using Grpc.Core;
using Grpc.Net.Client;

namespace Workshop.ServiceDefaults;

/// <summary>What a client needs to know about the server that it calls.</summary>
/// <param name="Server">Where the server listens.</param>
/// <param name="Token">The bearer token; null for none.</param>
public sealed record ClientOptions(Uri Server, string? Token)
{
    /// <summary>How often in a row a call that brings no progress is made again. 0: never.</summary>
    public int Retries { get; init; }

    /// <summary>How long a call without a stream may take: 10 s.</summary>
    public static TimeSpan CallDeadline => TimeSpan.FromSeconds(10);

    /// <summary>The headers of every call.</summary>
    public Metadata Headers => Token is null ? [] : new Metadata { { "authorization", $"Bearer {Token}" } };

    /// <summary>The server alone: a token must not get into a log.</summary>
    public override string ToString() => $"{Server}";

    /// <summary>The one connection that all calls of a command share.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(Server);
}
