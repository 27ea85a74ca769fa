using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Workshop.Logs.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tail;

/// <summary>Shows entries line by line; in colour on a terminal.</summary>
internal sealed class LogPrinter(TextWriter output, TextWriter error, bool isUtc)
{
    private const string Reset = "\e[0m";
    private const string Dim = "\e[2m";
    private const string Indent = "    ";
    private const string NoTime = "--:--:--.---";

    // NO_COLOR: https://no-color.org. A file or a pipe gets only the text.
    private readonly bool _isColoured = ReferenceEquals(output, Console.Out)
        && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Shows a message of the stream, if it is an entry or a gap.</summary>
    public Task PrintAsync(StreamLogsResponse message) => message.EventCase switch
    {
        StreamLogsResponse.EventOneofCase.Entry => PrintAsync(message.Entry),
        // On standard error: the user must see it even when the entries go to a pipe or a file.
        StreamLogsResponse.EventOneofCase.Gap => error.WriteLineAsync(Show(message.Gap)),
        _ => Task.CompletedTask,
    };

    private async Task PrintAsync(LogEntry entry)
    {
        var cut = entry.Truncated ? " (cut)" : "";
        await output.WriteLineAsync(
            $"{Paint(Dim, Show(entry.Timestamp))} {Paint(Colour(entry.Level), LevelNames.Short(entry.Level))} {Paint(Dim, VisibleText.Of(entry.Source))} {Plain(entry.Message)}{cut}");
        if (entry.Exception.Length > 0)
        {
            await output.WriteLineAsync($"{Indent}{Plain(entry.Exception)}");
        }
    }

    // Every field of a message can be missing, and a server can send a time that no calendar has.
    private string Show(Timestamp? timestamp)
    {
        try
        {
            var time = timestamp?.ToDateTimeOffset();
            return (isUtc ? time : time?.ToLocalTime())?.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture) ?? NoTime;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return NoTime;
        }
    }

    private static string Show(Gap gap) => gap switch
    {
        { HasDropped: false } => "--- The server was started again: earlier entries may be missing here.",
        { Reason: Gap.Types.Reason.SlowReader } => $"--- {gap.Dropped} entries are missing here: they came faster than they were read.",
        _ => $"--- Up to {gap.Dropped} entries are missing here: the server no longer keeps them.",
    };

    private string Paint(string colour, string text) => _isColoured && text.Length > 0 ? $"{colour}{text}{Reset}" : text;

    private static string Colour(Level level) => level switch
    {
        Level.Warning => "\e[33m",
        Level.Error => "\e[31m",
        Level.Fatal => "\e[97;41m",
        Level.Information => "\e[32m",
        _ => Dim,
    };

    // The text of a log may come from anybody. Lines after the first are indented: one entry must not look like two.
    private static string Plain(string text) => string.Join(
        $"\n{Indent}", text.ReplaceLineEndings("\n").Split('\n').Select(line => VisibleText.Of(line.Replace("\t", Indent, StringComparison.Ordinal))));
}
