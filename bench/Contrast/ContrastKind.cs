using System.Net;

namespace Workshop.Bench.Contrast;

/// <summary>One way to make the calls.</summary>
/// <param name="What">What it is called.</param>
/// <param name="Http">The version of HTTP.</param>
/// <param name="Connect">Makes a client of a server's address.</param>
internal sealed record ContrastKind(string What, Version Http, Func<Uri, SocketsHttpHandler, ContrastClient> Connect)
{
    public const string Grpc = "gRPC";
    public const string Rule = "rule";
    public const string ByHand = "by hand";

    public const string PathByRule = "/v1/files";
    public const string PathByHand = "/by-hand/files";

    public static IReadOnlyList<ContrastKind> All { get; } =
    [
        new(Grpc, HttpVersion.Version20, ContrastClient.Grpc),
        Rest(Rule, HttpVersion.Version11, PathByRule),
        Rest(ByHand, HttpVersion.Version11, PathByHand),
        Rest(Rule, HttpVersion.Version20, PathByRule),
        Rest(ByHand, HttpVersion.Version20, PathByHand),
    ];

    /// <summary>Which of the server's ports it calls.</summary>
    public string Port => Http.Major == 2 ? ContrastServers.Http2 : ContrastServers.Http1;

    /// <summary>The version of HTTP, as people write it.</summary>
    public string HttpName => Http.Major == 2 ? "HTTP/2" : "HTTP/1.1";

    private static ContrastKind Rest(string what, Version http, string files) =>
        new(what, http, (server, handler) => ContrastClient.Rest(server, handler, http, files));
}
