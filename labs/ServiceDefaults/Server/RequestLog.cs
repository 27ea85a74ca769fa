using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Serilog.AspNetCore;
using Serilog.Events;

namespace Workshop.ServiceDefaults;

/// <summary>One log line per call, with the gRPC status.</summary>
/// <remarks>The HTTP status says little: it is 200 for nearly every call. The gRPC status is in the trailer
/// <c>grpc-status</c> (gRPC over HTTP/2, "Responses").</remarks>
internal static class RequestLog
{
    private const int MaxPathCharacters = 256;

    public static void Configure(RequestLoggingOptions options, LogEventLevel level)
    {
        options.MessageTemplate = "{Call} ended with {GrpcStatus} in {Elapsed:0.0} ms (HTTP {StatusCode})";
        options.GetLevel = (_, _, exception) => exception is null ? level : LogEventLevel.Error;
        options.EnrichDiagnosticContext = (diagnostics, context) =>
        {
            // Encoded: the client chooses the path, and a console obeys control characters. Cut off: a client sends a path of 8 KB
            // once, and then repeats it by a byte or two (HPACK).
            var path = context.Request.Path.ToUriComponent();
            diagnostics.Set("Call", path.Length > MaxPathCharacters ? $"{path[..MaxPathCharacters]}..." : path);
            diagnostics.Set("GrpcStatus", GrpcStatus(context));
        };
    }

    private static string GrpcStatus(HttpContext context)
    {
        // A call that ends without any message has its status in the headers ("Trailers-Only").
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var value = trailers?["grpc-status"] is { Count: > 0 } trailer ? trailer : context.Response.Headers["grpc-status"];
        return Enum.TryParse<StatusCode>(value, out var status) ? status.ToString() : "no gRPC status";
    }
}
