using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Which entries a client asked for.</summary>
internal sealed class LogFilter(StreamLogsRequest request)
{
    /// <summary>Whether an entry is one of them.</summary>
    /// <remarks>The cheap questions first: the text is rendered only for who asks about it.</remarks>
    public bool Matches(LogRecord record) =>
        (request.MinLevel == Level.Unspecified || record.Level == request.MinLevel)
        && record.Source.StartsWith(request.SourcePrefix, StringComparison.Ordinal)
        && (request.Contains.Length == 0 || record.Message.Contains(request.Contains, StringComparison.OrdinalIgnoreCase));
}
