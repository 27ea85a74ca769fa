using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Workshop.Bench.Contrast;

/// <summary>Writes the results as a page with tables and a chart.</summary>
internal static class ContrastReport
{
    private const string Scenario = "contrast";
    private const int Together = 32;

    /// <summary>A row of the table of times.</summary>
    public static string Line(ContrastResult result) => MarkdownTable.Row(
        result.Call,
        $"{result.AtOnce}",
        result.Kind.What,
        result.Kind.HttpName,
        MarkdownTable.Number(result.PerSecond),
        MarkdownTable.Number(result.Middle, 2),
        MarkdownTable.Number(result.Slow, 2),
        MarkdownTable.Number(result.ProcessorSeconds, 2));

    /// <summary>A row of the table of bytes.</summary>
    public static string Line(WireBytes bytes) => MarkdownTable.Row(
        bytes.Call, bytes.What, bytes.Http, MarkdownTable.Number(bytes.Request), MarkdownTable.Number(bytes.Response));

    /// <summary>The table of ratios.</summary>
    public static string Ratios(IReadOnlyList<ContrastResult> results)
    {
        var table = new StringBuilder(MarkdownTable.Head(
            "call", "at once", "rule to by hand, HTTP/1.1", "rule to by hand, HTTP/2", "gRPC to rule, HTTP/1.1", "gRPC to rule, HTTP/2"));
        foreach (var group in results.GroupBy(result => (result.Call, result.AtOnce)))
        {
            double Of(string what, int http) => group.First(result => result.Kind.What == what && result.Kind.Http.Major == http).PerSecond;
            string Ratio(double one, double other) => MarkdownTable.Number(one / other, 2);
            table.Append(MarkdownTable.Row(
                group.Key.Call,
                $"{group.Key.AtOnce}",
                Ratio(Of(ContrastKind.Rule, 1), Of(ContrastKind.ByHand, 1)),
                Ratio(Of(ContrastKind.Rule, 2), Of(ContrastKind.ByHand, 2)),
                Ratio(Of(ContrastKind.Grpc, 2), Of(ContrastKind.Rule, 1)),
                Ratio(Of(ContrastKind.Grpc, 2), Of(ContrastKind.Rule, 2)))).Append('\n');
        }

        return table.ToString();
    }

    public static Task WriteAsync(IReadOnlyList<ContrastResult> results, IReadOnlyList<WireBytes> bytes) => BenchmarkPage.WriteAsync(
        Scenario,
        "Contrast",
        Text(results, bytes),
        BarChart.Svg(
            $"Calls per second, {Together} at once",
            [.. results.Where(result => result.AtOnce == Together)
                .Select(result => ($"{result.Call}, {result.Kind.What}, {result.Kind.HttpName}", result.PerSecond))]));

    // Where a package source lacks the official package, other code runs, and the figures are that code's.
    private static string Transcoder() =>
        typeof(GrpcJsonSettings).Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company == "Microsoft Corporation"
            ? "the official package"
            : "the workshop's stand-in for the official package, which may be faster or slower";

    private static string Text(IReadOnlyList<ContrastResult> results, IReadOnlyList<WireBytes> bytes)
    {
        var page = new StringBuilder($"""
            The same service, the solution of lab 05, and the same two calls: `GetFile` of one file, and `ListFiles` with 100 files.

            - `gRPC` is the generated client.
            - `rule` is REST by transcoding: `/v1/files/f1` and `/v1/files`. It ran with {Transcoder()}.
            - `by hand` is the minimal API of `labs/05-transcoding/ByHand`: `/by-hand/files/f1` and `/by-hand/files`. It also hashes one file
              for its `ETag`.

            Each client makes objects of what it receives, and calls again as soon as it has them. With 32 at once, HTTP/2 has one connection
            and HTTP/1.1 has 32, which `HttpClient` keeps. There is no TLS. Each row has a server process of its own; client and servers
            share the processors. No server writes a log line per call. After a round to warm up, the rows take turns, every other round in reverse order.
            Throughput, times and processor seconds are medians of the rounds.


            """);
        page.Append(CultureInfo.InvariantCulture, $"![Calls per second]({BenchmarkPage.ChartOf(Scenario)})\n\n");
        page.Append("Throughput as a ratio:\n\n").Append(Ratios(results)).Append('\n');
        page.Append(MarkdownTable.Head(
            "call", "at once", "way", "protocol", "calls per second", "p50, ms", "p99, ms", "processor seconds per 100,000 calls, server"));
        page.AppendJoin('\n', results.Select(Line));
        page.Append("""


            Bytes of one call on a connection that was used before, with all headers and frames of HTTP: the mean of 100 calls, one after the
            other. `by hand, 304` is a client that has the file already, and sends its `ETag` as `If-None-Match`.


            """);
        page.Append(MarkdownTable.Head("call", "way", "protocol", "request", "response"));
        page.AppendJoin('\n', bytes.OrderBy(one => one.Call, StringComparer.Ordinal).Select(Line)).Append('\n');
        return page.ToString();
    }
}
