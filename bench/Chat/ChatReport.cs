using System.Globalization;
using System.Text;

namespace Workshop.Bench.Chat;

/// <summary>Writes the results as tables and a chart.</summary>
internal static class ChatReport
{
    private const string Scenario = "chat";
    private const double MiB = 1 << 20;

    /// <summary>A row of the second table.</summary>
    public static string Line(ChatResult result) => MarkdownTable.Row(
        result.What,
        $"{result.Members}",
        $"{result.Window}",
        MarkdownTable.Number(result.Deliveries),
        MarkdownTable.Number(result.P50.TotalMilliseconds, 2),
        MarkdownTable.Number(result.P99.TotalMilliseconds, 2),
        MarkdownTable.Number(result.PerMillion.TotalSeconds, 2),
        MarkdownTable.Number(result.HeapGrowth / MiB));

    public static Task WriteAsync(IReadOnlyList<ChatResult> results) => BenchmarkPage.WriteAsync(
        Scenario,
        "Chat",
        Text(results),
        BarChart.Svg(
            "Deliveries to all members together, in thousands per second",
            [.. results.Where(result => result.Window > 1).Select(result => ($"{result.What}, {result.Members} members", result.Deliveries / 1000))]));

    private static string Text(IReadOnlyList<ChatResult> results)
    {
        var page = new StringBuilder("""
            - `chat-grpc` is the solution of lab 07 behind HTTP/2. It serializes an event once, for all members, and flushes when nothing waits for a member.
            - `chat-websocket` is a minimal API with WebSockets behind HTTP/1.1 that sends the same events as JSON. It serializes an event
              once, too, and sends each event by itself: `WebSocket` has no other way.

            Both number the texts, keep the newest 1,000, and have a bounded queue and one writer for each member; both clients are those of .NET. A
            room has 2, 50 or 500 members, each on a connection of its own. One of them says texts of 100 bytes, as fast as they are taken: a text
            is on its way until every member has it, and 64 may be at once, or 1. Every member gets every text, in order, or the run
            fails, and makes an object of it. The delay of a delivery is the time from before the text is sent until a member has its object. With 64 on their way
            it is mostly the time for which a text waits behind others; with 1 it is the way alone, to the last of all members.

            Client and server are separate processes and share the processors. All members run in one process, which collects no garbage while
            a round with 64 runs: they would wait for each other's, as programs of their own do not. After a round to warm up, the servers take turns, every other
            round in reverse order. All figures are medians of the rounds; the growth of the managed heap is the largest of all.


            """);
        page.Append(CultureInfo.InvariantCulture, $"![Deliveries per second]({BenchmarkPage.ChartOf(Scenario)})\n\n");
        page.Append("`chat-grpc` as a ratio to `chat-websocket`:\n\n");
        page.Append(MarkdownTable.Head("members", "texts on their way", "deliveries", "p50", "p99"));
        foreach (var pair in results.GroupBy(result => (result.Members, result.Window)))
        {
            var (grpc, peer) = (pair.First(result => result.What == ChatServers.Grpc), pair.First(result => result.What == ChatServers.WebSocket));
            page.AppendLine(MarkdownTable.Row(
                $"{pair.Key.Members}",
                $"{pair.Key.Window}",
                MarkdownTable.Number(grpc.Deliveries / peer.Deliveries, 2),
                MarkdownTable.Number(grpc.P50 / peer.P50, 2),
                MarkdownTable.Number(grpc.P99 / peer.P99, 2)));
        }

        page.Append('\n').Append(MarkdownTable.Head(
            "server", "members", "texts on their way", "deliveries per second", "p50, ms", "p99, ms", "processor seconds per million, server", "heap growth, MiB"));
        page.AppendJoin('\n', results.Select(Line)).Append('\n');
        return page.ToString();
    }
}
