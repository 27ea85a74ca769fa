using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Workshop.Transcoding;

/// <summary>One port for gRPC, which needs HTTP/2, and one for REST by HTTP/1.1, which every HTTP client speaks.</summary>
/// <remarks>With TLS one port is enough: client and server agree on the protocol while they make the connection (ALPN). Without
/// TLS nothing says which protocol comes, so a port has one.</remarks>
internal static class TwoPorts
{
    /// <summary>Adds the port for REST behind those that <c>AddServiceDefaults</c> has set.</summary>
    public static void AddRestPort(this WebApplicationBuilder builder)
    {
        var rest = builder.Configuration[$"{RestOptions.Section}:{nameof(RestOptions.Url)}"] ?? RestOptions.DefaultAddress;
        string[] urls = [.. (builder.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries), rest];
        builder.WebHost.UseUrls(urls);
        // Kestrel asks once for each address, in their order. Their ports do not tell them apart: port 0 is any free one.
        var left = urls.Length;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
            endpoint.Protocols = --left == 0 ? HttpProtocols.Http1 : HttpProtocols.Http2));
    }
}
