using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>The filter of a request.</summary>
internal sealed class LogFilter(StreamLogsRequest request)
{
    /// <summary>Whether an entry matches.</summary>
    /// <remarks>The cheap conditions come first: the text is rendered only when the request has a text.</remarks>
    public bool Matches(LogRecord record) =>
        record.Level >= request.MinLevel
        && record.Source.StartsWith(request.SourcePrefix, StringComparison.Ordinal)
        && (request.Contains.Length == 0 || record.Message.Contains(request.Contains, StringComparison.OrdinalIgnoreCase));
}
