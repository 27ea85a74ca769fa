using System.Diagnostics;
using Grpc.Core;

namespace Workshop.Harness;

/// <summary>Marks calls by a trace id, which ASP.NET Core continues on the server (W3C Trace Context, header <c>traceparent</c>).</summary>
public static class TraceMark
{
    /// <summary>The headers of a call, with the mark.</summary>
    public static Metadata On(Metadata headers, ActivityTraceId trace) =>
        [.. headers, new("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-00")];
}
