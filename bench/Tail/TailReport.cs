using System.Globalization;
using System.Text;

namespace Workshop.Bench.Tail;

/// <summary>Writes the results as tables and a chart.</summary>
internal static class TailReport
{
    private const string Scenario = "tail";
    private const double MiB = 1 << 20;
    private const double Million = 1e6;

    /// <summary>A row of the first table.</summary>
    public static string Line(TailResult result) => MarkdownTable.Row(
        Label(result),
        $"{result.Followers}",
        MarkdownTable.Number(result.Throughput),
        MarkdownTable.Number(result.Throughput * result.Followers),
        MarkdownTable.Number(result.Load.ProcessorSeconds / (result.Entries * result.Followers / Million), 2),
        $"{result.Load.Gen2Collections}",
        MarkdownTable.Number(result.Load.HeapGrowth / MiB));

    /// <summary>A row of the second table.</summary>
    public static string Line(EmitResult result) =>
        MarkdownTable.Row(result.What, $"{result.Followers}", MarkdownTable.Number(result.Nanoseconds));

    /// <summary>The result of a <see cref="LoadRun"/> as a sentence.</summary>
    public static string Sentence(LoadResult result, ServerLoad cost, int followers, int perSecond, TimeSpan duration) =>
        $"""
        With its usual settings, {MarkdownTable.Number(perSecond)} entries a second for {duration.TotalSeconds:0} s: each of {followers / LoadRun.OneOf} followers of all entries got
        {MarkdownTable.Number(result.Everything)} or more and missed {MarkdownTable.Number(result.EverythingMissed)}. Each of {followers - (followers / LoadRun.OneOf)} followers of the warnings got {MarkdownTable.Number(result.Warnings)} or more and missed {MarkdownTable.Number(result.WarningsMissed)}. All came in order. One
        follower that read nothing until the end got {MarkdownTable.Number(result.Idle)} entries, and gaps that say exactly where {MarkdownTable.Number(result.IdleMissed)} are missing.
        The server took {MarkdownTable.Number(cost.ProcessorSeconds)} processor seconds, and its heap grew by {MarkdownTable.Number(cost.HeapGrowth / MiB)} MiB at most.
        """;

    public static Task WriteAsync(IReadOnlyList<TailResult> throughput, IReadOnlyList<EmitResult> emit, string load) => BenchmarkPage.WriteAsync(
        Scenario,
        "Log tail",
        Text(throughput, emit, load),
        BarChart.Svg(
            "Entries to all followers together, in thousands per second",
            [.. throughput.Select(result => ($"{Label(result)}, {result.Followers}", result.Throughput * result.Followers / 1000))]));

    private static string Text(IReadOnlyList<TailResult> throughput, IReadOnlyList<EmitResult> emit, string load)
    {
        var page = new StringBuilder("""
            - `tail-grpc` is the solution of lab 03.
            - `tail-grpc-bytes-once` is the same with one method bound by hand: its marshaller makes the bytes of a message once, for all
              followers (`bench/Tail/BytesOnceBase.cs`, some 40 lines).
            - `tail-ndjson` is a minimal API behind HTTP/1.1 that streams the same entries as newline-delimited JSON, and flushes
              each line: the simplest way to write it.
            - `tail-ndjson-tuned` also flushes every 32 KiB and waits 10 ms when its queue is empty, like the solution. And it makes the
              bytes of a line once, for all followers, which the solution does not do.

            All get their entries from Serilog, keep the newest 10,000, and have a bounded queue for each follower. The server
            logs as fast as the followers read. A round ends when every follower has all entries, in order; each follower makes an
            object of each entry. Client and server are separate processes and share the processors. After a round to warm up, the
            servers take turns, every other round in reverse order. Throughput and processor seconds are medians; the growth of the
            managed heap is the largest of all rounds. For a single follower the queues are three times as long as usual: otherwise
            the length of the queue would limit what it gets in 10 ms. An idle follower reads nothing.


            """);
        page.Append(CultureInfo.InvariantCulture, $"![Entries per second]({BenchmarkPage.ChartOf(Scenario)})\n\n");
        page.Append("Throughput of `tail-grpc`, and of `tail-grpc-bytes-once`:\n\n");
        page.Append(MarkdownTable.Head(
            "followers", "to `tail-ndjson`", "to `tail-ndjson-tuned`", "bytes once, to `tail-ndjson-tuned`", "with an idle one, to without"));
        foreach (var group in throughput.GroupBy(result => result.Followers))
        {
            double Of(string what) => group.First(result => result.What == what && result.Idle == 0).Throughput;
            var idle = group.FirstOrDefault(result => result.Idle > 0);
            page.AppendLine(MarkdownTable.Row(
                $"{group.Key}",
                MarkdownTable.Number(Of(TailServers.Grpc) / Of(TailServers.Ndjson), 2),
                MarkdownTable.Number(Of(TailServers.Grpc) / Of(TailServers.NdjsonTuned), 2),
                MarkdownTable.Number(Of(TailServers.GrpcBytesOnce) / Of(TailServers.NdjsonTuned), 2),
                idle is null ? "" : MarkdownTable.Number(idle.Throughput / Of(TailServers.Grpc), 2)));
        }

        page.Append('\n').Append(MarkdownTable.Head(
            "server", "followers", "entries per second to each", "to all", "processor seconds per million, server", "Gen2 collections", "heap growth, MiB"));
        page.AppendJoin('\n', throughput.Select(Line));
        page.Append("\n\nWhat an event costs the thread that logs it. The followers read nothing: their queues are full, and each event drops\none from every queue.\n\n");
        page.Append(MarkdownTable.Head("server", "followers", "ns per event"));
        page.AppendJoin('\n', emit.Select(Line)).Append("\n\n").AppendLine(load);
        return page.ToString();
    }

    private static string Label(TailResult result) => result.Idle == 0 ? result.What : $"{result.What} and an idle one";
}
