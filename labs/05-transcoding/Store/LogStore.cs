using Google.Protobuf.WellKnownTypes;
using Workshop.Catalog.V1;

namespace Workshop.Transcoding;

/// <summary>Two logs. An entry of the second one is damaged, on purpose.</summary>
internal static class LogStore
{
    private static readonly DateTime Start = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    /// <summary>The entries of a log, oldest first.</summary>
    /// <exception cref="CatalogException">There is no such log; while it is read: an entry is damaged.</exception>
    public static IEnumerable<LogEntry> Read(string log) => log switch
    {
        "access" => Access(),
        "changes" => Changes(),
        _ => throw new CatalogException(CatalogProblem.NotFound, $"There is no log '{log}': there are access and changes.", "log"),
    };

    private static IEnumerable<LogEntry> Access()
    {
        yield return Entry(0, Severity.Info, "f1 was read");
        yield return Entry(1, Severity.Error, "f5 could not be read");
        yield return Entry(2, Severity.Info, "f2 was read");
    }

    private static IEnumerable<LogEntry> Changes()
    {
        yield return Entry(0, Severity.Info, "f4 was locked");
        yield return Entry(1, Severity.Info, "f2 was described");
        throw new CatalogException(CatalogProblem.EntryDamaged, "Entry 3 of the log 'changes' is damaged.");
    }

    private static LogEntry Entry(int seconds, Severity severity, string message) => new()
    {
        Time = Start.AddSeconds(seconds).ToTimestamp(),
        Severity = severity,
        Message = message,
    };
}
