using System.Globalization;
using System.Text;

namespace Workshop.Bench.Upload;

/// <summary>Writes the results as a page with tables and a chart.</summary>
internal static class UploadReport
{
    private const double MiB = 1 << 20;
    private const string Scenario = "upload";

    /// <summary>A row of the table.</summary>
    public static string Line(UploadResult result) => MarkdownTable.Row(
        result.What,
        Bytes(result.FileBytes),
        result.ChunkBytes is { } chunk ? Bytes(chunk) : "",
        $"{result.AtOnce}",
        MarkdownTable.Number(result.Throughput / MiB),
        MarkdownTable.Number(result.Load.ProcessorSeconds / (result.FileBytes * result.AtOnce / MiB / 1024), 2),
        $"{result.Load.Gen2Collections}",
        MarkdownTable.Number(result.Load.HeapGrowth / MiB, 1));

    public static Task WriteAsync(IReadOnlyList<UploadResult> results) => BenchmarkPage.WriteAsync(
        Scenario,
        "Upload",
        Text(results),
        BarChart.Svg(
            "Throughput of one upload of 1 GiB, MiB/s",
            [.. One(results).Select(result => (Label(result), result.Throughput / MiB))]));

    private static IEnumerable<UploadResult> One(IReadOnlyList<UploadResult> results) =>
        results.Where(result => result is { FileBytes: 1 << 30, AtOnce: 1 });

    private static string Text(IReadOnlyList<UploadResult> results)
    {
        var page = new StringBuilder("""
            - `grpc` is the solution of lab 02 with its own client, `send`: 64 KiB chunks, a CRC-32C for each, SHA-256 on both
              sides. `grpc, chunks of` is the same server with another client, whose chunks have that size: compare these rows only
              with each other.
            - `grpc, kept connection` is the same server with a client that keeps its connection, as the clients of `put` do: `send` is a
              command and connects for each file.
            - `put-sha256` is a minimal API behind HTTP/1.1 that stores the body of a `PUT`; both sides hash and compare.
            - `put` does not hash.

            Each writes a temporary file, flushes it to the same disk and renames it. Client and servers are separate processes
            and share the processors. After a round to warm up, the servers take turns, every other round in reverse order, because
            a disk may still be busy with the data of the server before. Throughput and processor seconds are medians; the growth of
            the managed heap is the largest of all rounds.


            """);
        page.Append(CultureInfo.InvariantCulture, $"![Throughput of one upload of 1 GiB]({BenchmarkPage.ChartOf(Scenario)})\n\n");
        page.Append("Throughput of `grpc` as a ratio to each peer:\n\n");
        page.Append(MarkdownTable.Head("file", "at once", "to `put-sha256`", "to `put`"));
        foreach (var group in results.GroupBy(result => (result.FileBytes, result.AtOnce)))
        {
            double Of(string what) => group.First(result => result.What == what).Throughput;
            page.AppendLine(MarkdownTable.Row(
                Bytes(group.Key.FileBytes),
                $"{group.Key.AtOnce}",
                MarkdownTable.Number(Of(UploadServers.Grpc) / Of(UploadServers.PutSha256), 2),
                MarkdownTable.Number(Of(UploadServers.Grpc) / Of(UploadServers.Put), 2)));
        }

        page.Append("\nEverything, the last rows with a kept connection, and with chunks of other sizes:\n\n");
        page.Append(MarkdownTable.Head(
            "server", "file", "chunk", "at once", "MiB/s", "processor seconds per GiB, server", "Gen2 collections", "heap growth, MiB"));
        page.AppendJoin('\n', results.Select(Line)).Append('\n');
        return page.ToString();
    }

    private static string Label(UploadResult result) =>
        result.What == UploadServers.GrpcChunks ? $"{result.What} {Bytes(result.ChunkBytes ?? 0)}" : result.What;

    private static string Bytes(long bytes) => bytes switch
    {
        >= 1 << 30 => $"{bytes >> 30} GiB",
        >= 1 << 20 => $"{bytes >> 20} MiB",
        _ => $"{bytes >> 10} KiB",
    };
}
