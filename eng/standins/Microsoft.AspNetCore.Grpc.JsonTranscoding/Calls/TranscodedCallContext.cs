using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>The context of a transcoded call, made of the HTTP request.</summary>
/// <remarks>There is no deadline: <c>grpc-timeout</c> is a header of gRPC. Trailers are not sent, but for the details of an error.</remarks>
internal sealed class TranscodedCallContext : ServerCallContext, IServerCallContextFeature
{
    // Where GetHttpContext of Grpc.AspNetCore.Server looks for it.
    private const string HttpContextKey = "__HttpContext";

    private readonly HttpContext _context;
    private readonly string _method;
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private AuthContext? _authContext;

    public TranscodedCallContext(HttpContext context, string method)
    {
        _context = context;
        _method = method;
        UserState[HttpContextKey] = context;
        context.Features.Set<IServerCallContextFeature>(this);
    }

    public ServerCallContext ServerCallContext => this;

    /// <summary>The trailers, if there are any.</summary>
    public Metadata? SentTrailers => _responseTrailers;

    protected override string MethodCore => _method;

    protected override string HostCore => _context.Request.Host.Value ?? "";

    protected override string PeerCore
    {
        get
        {
            var connection = _context.Connection;
            var port = connection.RemotePort.ToString(CultureInfo.InvariantCulture);
            return connection.RemoteIpAddress switch
            {
                null => "unknown",
                { AddressFamily: AddressFamily.InterNetworkV6 } address => $"ipv6:[{new IPAddress(address.GetAddressBytes())}]:{port}",
                var address => $"ipv4:{address}:{port}",
            };
        }
    }

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= RequestMetadata.Read(_context.Request.Headers);

    protected override CancellationToken CancellationTokenCore => _context.RequestAborted;

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore
    {
        get => throw new NotImplementedException("A transcoded call has no write options.");
        set => throw new NotImplementedException("A transcoded call has no write options.");
    }

    protected override AuthContext AuthContextCore =>
        _authContext ??= ClientCertificate.Read(_context.Connection.ClientCertificate);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotImplementedException("A transcoded call has no propagation token.");

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        if (_context.Response.HasStarted)
        {
            throw new InvalidOperationException("Response headers can only be sent once per call.");
        }

        foreach (var entry in responseHeaders ?? [])
        {
            var value = entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value;
            _context.Response.Headers.Append(entry.Key, value);
        }

        JsonResponse.Prepare(_context.Response, StatusCodes.Status200OK);
        await _context.Response.BodyWriter.FlushAsync(_context.RequestAborted);
    }
}
