using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Serilog.AspNetCore;

namespace Workshop.Hello;

/// <summary>One log line per call, with the gRPC status.</summary>
/// <remarks>The HTTP status says little: it is 200 for nearly every call. The gRPC status is in the trailer
/// <c>grpc-status</c> (gRPC over HTTP/2, "Responses").</remarks>
internal static class RequestLog
{
    public static void Configure(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{Call} ended with {GrpcStatus} in {Elapsed:0.0} ms (HTTP {StatusCode})";
        options.EnrichDiagnosticContext = (diagnostics, context) =>
        {
            // Encoded: the client chooses the path, and a console obeys control characters.
            diagnostics.Set("Call", context.Request.Path.ToUriComponent());
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
