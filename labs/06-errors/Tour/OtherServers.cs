using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Workshop.Errors.Tour;

/// <summary>What else may stand where a client looks for its server: a proxy, an older server, one that breaks off, nobody.</summary>
internal sealed class OtherServers : IAsyncDisposable
{
    private const string StatusHeader = "tour-status";
    private const string ContentTypeHeader = "tour-content-type";
    private const string BodyHeader = "tour-body-bin";

    private readonly WebApplication _proxy;
    private readonly WebApplication _http1;
    private readonly Socket _nobody;
    private readonly BreakingServer _breaking = new();

    private OtherServers(WebApplication proxy, WebApplication http1)
    {
        _proxy = proxy;
        _http1 = http1;
        // Bound, so that no other program gets the port, but nobody listens.
        _nobody = Bind();
    }

    /// <summary>A plain HTTP/2 server, which knows nothing of gRPC. It answers as <see cref="Answer"/> tells it.</summary>
    public Uri Proxy => new(_proxy.Urls.First());

    /// <summary>A server that speaks HTTP/1.1 alone.</summary>
    public Uri Http1 => new(_http1.Urls.First());

    /// <summary>A port on which nobody listens.</summary>
    public Uri Nobody => AddressOf(_nobody);

    /// <summary>A server that reads a request, and ends the connection.</summary>
    public Uri Breaking => _breaking.Address;

    public static async Task<OtherServers> StartAsync()
    {
        var proxy = TourServer.Create(HttpProtocols.Http2);
        proxy.Run(RespondAsync);
        await proxy.StartAsync();
        var http1 = TourServer.Create(HttpProtocols.Http1);
        await http1.StartAsync();
        return new OtherServers(proxy, http1);
    }

    /// <summary>The headers of a call that tell <see cref="Proxy"/> what to answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type of the response; null for none.</param>
    /// <param name="body">The body of the response.</param>
    public static Metadata Answer(int status, string? contentType, params byte[] body)
    {
        var headers = new Metadata { { StatusHeader, status.ToString(CultureInfo.InvariantCulture) }, { BodyHeader, body } };
        if (contentType is not null)
        {
            headers.Add(ContentTypeHeader, contentType);
        }

        return headers;
    }

    public async ValueTask DisposeAsync()
    {
        _nobody.Dispose();
        await _breaking.DisposeAsync();
        await _http1.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    private static async Task RespondAsync(HttpContext context)
    {
        var asked = context.Request.Headers;
        context.Response.StatusCode = int.Parse($"{asked[StatusHeader]}", CultureInfo.InvariantCulture);
        context.Response.ContentType = asked[ContentTypeHeader];
        // gRPC sends base64 without its padding.
        var body = $"{asked[BodyHeader]}";
        await context.Response.Body.WriteAsync(Convert.FromBase64String(body.PadRight((body.Length + 3) / 4 * 4, '=')));
    }

    private static Socket Bind()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static Uri AddressOf(Socket socket) => new($"http://{socket.LocalEndPoint}");
}
