using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The filter of a request.</summary>
internal sealed class LogFilter(StreamLogsRequest request)
{
    /// <summary>Whether level and source match. The hub asks this under its lock: it must be fast.</summary>
    public bool Matches(LogRecord record) =>
        record.Level >= request.MinLevel && record.Source.StartsWith(request.SourcePrefix, StringComparison.Ordinal);

    /// <summary>Whether the text matches.</summary>
    public bool MatchesText(LogRecord record) =>
        // Without a text to search, the entry need not be rendered.
        request.Contains.Length == 0 || record.Message.Contains(request.Contains, StringComparison.OrdinalIgnoreCase);
}
