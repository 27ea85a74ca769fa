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
    public static string Line(TailResult result) => FormattableString.Invariant(
        $"| {Label(result)} | {result.Followers} | {result.Throughput:#,0} | {result.Throughput * result.Followers:#,0} | {result.Load.ProcessorSeconds / (result.Entries * result.Followers / Million):0.00} | {result.Load.Gen2Collections} | {result.Load.HeapGrowth / MiB:0} |");

    /// <summary>A row of the second table.</summary>
    public static string Line(EmitResult result) => FormattableString.Invariant(
        $"| {result.What} | {result.Followers} | {result.Nanoseconds:#,0} |");

    public static Task WriteAsync(IReadOnlyList<TailResult> throughput, IReadOnlyList<EmitResult> emit) => BenchmarkPage.WriteAsync(
        Scenario,
        "Log tail",
        Text(throughput, emit),
        BarChart.Svg(
            "Entries to all followers together, in thousands per second",
            [.. throughput.Select(result => ($"{Label(result)}, {result.Followers}", result.Throughput * result.Followers / 1000))]));

    private static string Text(IReadOnlyList<TailResult> throughput, IReadOnlyList<EmitResult> emit)
    {
        var page = new StringBuilder("""
            - `tail-grpc` is the solution of lab 03.
            - `tail-ndjson` is a minimal API behind HTTP/1.1 that streams the same entries as newline-delimited JSON, and flushes
              each line, as one writes it first.
            - `tail-ndjson-tuned` does what the solution does as well: it flushes every 32 KiB, and waits 10 ms when its queue is
              empty. And it does what gRPC cannot: it makes the bytes of a line once, and hands them to all.

            All get their entries from Serilog, keep the newest 10,000, and have a bounded queue for each follower. The server
            logs as fast as the slowest takes it, and a round ends when every follower has everything, in order; each makes an
            object of what it gets. Client and server are processes of their own and share the processors. The servers take turns
            after a round to warm up, every other round in reverse. Throughput and processor seconds are medians, the growth of the
            managed heap is the largest of all rounds. For a single follower the queues are eight times as long as usual: after
            each 10 ms it would find no more than a queue holds. An idle follower is one that reads nothing.


            """);
        page.Append(CultureInfo.InvariantCulture, $"![Entries per second]({BenchmarkPage.ChartOf(Scenario)})\n\n");
        page.Append("Throughput of `tail-grpc`:\n\n| followers | to `tail-ndjson` | to `tail-ndjson-tuned` | with an idle one, to without |\n| --- | --- | --- | --- |\n");
        foreach (var group in throughput.GroupBy(result => result.Followers))
        {
            var rates = group.ToDictionary(Label, result => result.Throughput);
            string To(string peer) => (rates[TailServers.Grpc] / rates[peer]).ToString("0.00", CultureInfo.InvariantCulture);
            var idle = group.FirstOrDefault(result => result.Idle > 0);
            page.Append(CultureInfo.InvariantCulture, $"| {group.Key} | {To(TailServers.Ndjson)} | {To(TailServers.NdjsonTuned)} | {(idle is null ? "" : FormattableString.Invariant($"{idle.Throughput / rates[TailServers.Grpc]:0.00}"))} |\n");
        }

        page.Append("\n| server | followers | entries per second to each | to all | processor seconds per million, server | Gen2 collections | heap growth, MiB |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        page.AppendJoin('\n', throughput.Select(Line)).Append("\n\n");
        page.Append("What an event costs the thread that logs it, in nanoseconds. The followers read nothing: their queues are full, and each\nevent drops one from every queue.\n\n| server | followers | ns per event |\n| --- | --- | --- |\n");
        page.AppendJoin('\n', emit.Select(Line)).Append('\n');
        return page.ToString();
    }

    private static string Label(TailResult result) => result.Idle == 0 ? result.What : $"{result.What} and an idle one";
}
