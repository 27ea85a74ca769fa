using Grpc.Core;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>One entry must not poison the log: whoever reads it gets it, whatever was logged.</summary>
public sealed class EntryLimitsTests
{
    // What a client receives by default.
    private const int MostBytes = 4 << 20;

    private const int LongestText = 256 * 1024;
    private const int Long = 1_000_000;
    private const int Properties = 5_000;

    // Three bytes in UTF-8 for each UTF-16 code unit: no text takes more.
    private static readonly string LongText = new('茶', Long);

    [Fact]
    public async Task An_entry_of_the_longest_texts_fits_into_what_a_client_receives()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:MaxTextLength", $"{LongestText}"]);
        server.Logger.Write(Event(
            LongText,
            new InvalidOperationException(LongText),
            [Property(Constants.SourceContextPropertyName, LongText), .. Enumerable.Range(0, 8).Select(number => Property($"{number}{LongText}", LongText))]));
        server.Log("after");

        var (entry, size) = await FirstOfTwoAsync(server);

        Assert.True(entry.Truncated);
        Assert.InRange(entry.Source.Length, 1, LongestText);
        Assert.InRange(entry.Message.Length, 1, LongestText);
        Assert.InRange(entry.Exception.Length, 1, LongestText);
        Assert.InRange(size, 3 * LongestText, MostBytes - 1);
    }

    [Fact]
    public async Task An_entry_of_very_many_properties_fits_too()
    {
        await using var server = await TailServer.StartAsync(settings: ["--Tail:MaxTextLength", $"{LongestText}"]);
        server.Logger.Write(Event("many", null, [.. Enumerable.Range(0, 100 * Properties).Select(number => Property($"{number}", "茶"))]));
        server.Log("after");

        var (entry, size) = await FirstOfTwoAsync(server);

        Assert.True(entry.Truncated);
        Assert.InRange(entry.Properties.Count, 1, 100 * Properties - 1);
        Assert.InRange(size, 1, MostBytes - 1);
    }

    [Fact]
    public async Task Names_values_and_their_number_are_cut_like_the_message()
    {
        const int Longest = 100;
        await using var server = await TailServer.StartAsync(settings: ["--Tail:MaxTextLength", $"{Longest}"]);
        server.Logger.Write(Event(
            "message", null, [Property(Constants.SourceContextPropertyName, LongText), Property(LongText, LongText)]));
        server.Log("after");

        var (entry, _) = await FirstOfTwoAsync(server);

        Assert.True(entry.Truncated);
        Assert.Equal(Longest, entry.Source.Length);
        var (name, value) = Assert.Single(entry.Properties);
        Assert.InRange(name.Length, 1, Longest);
        Assert.InRange(value.Length, 1, Longest);
    }

    [Fact]
    public async Task Half_a_character_is_replaced_and_the_log_goes_on()
    {
        await using var server = await TailServer.StartAsync();
        server.Log("half \ud83e");
        server.Log("after");

        var (entry, _) = await FirstOfTwoAsync(server);

        Assert.Equal("half \ufffd", entry.Message);
    }

    private static LogEvent Event(string message, Exception? exception, LogEventProperty[] properties) => new(
        DateTimeOffset.UtcNow, LogEventLevel.Information, exception, new MessageTemplate(message, [new TextToken(message)]), properties);

    private static LogEventProperty Property(string name, string value) => new(name, new ScalarValue(value));

    // A client with the limits of every client: a message that is too large would end the stream before the second entry.
    private static async Task<(LogEntry Entry, int Size)> FirstOfTwoAsync(TailServer server)
    {
        using var call = server.Client.StreamLogs(new StreamLogsRequest());
        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        var entries = messages.Where(message => message.Entry is not null).ToList();
        Assert.Equal("after", entries[^1].Entry.Message);
        Assert.Equal(2, entries.Count);
        return (entries[0].Entry, entries[0].CalculateSize());
    }
}
