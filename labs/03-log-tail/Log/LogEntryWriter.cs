using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>Writes entries to the log for a client.</summary>
internal sealed class LogEntryWriter(Serilog.ILogger logger, TimeProvider time)
{
    public const int MostAtOnce = 10_000;

    /// <summary>Writes the entries of a request.</summary>
    /// <returns>How many were written: none below the level that is set for their source.</returns>
    public int Write(WriteLogRequest request)
    {
        var level = request.Level == Level.Unspecified ? LogEventLevel.Information : (LogEventLevel)(request.Level - 1);
        // Serilog's own logger: the framework's logger would add properties of the current call.
        var source = logger.ForContext(Constants.SourceContextPropertyName, request.Source);
        if (!source.IsEnabled(level))
        {
            return 0;
        }

        if (request.Count <= 1)
        {
            Write(source, level, request, request.Message);
            return 1;
        }

        for (var number = 1; number <= request.Count; number++)
        {
            Write(source, level, request, string.Create(CultureInfo.InvariantCulture, $"{request.Message} {number}"));
        }

        return request.Count;
    }

    // The text is not a template: text from a client must not be parsed.
    private void Write(Serilog.ILogger source, LogEventLevel level, WriteLogRequest request, string message) =>
        source.Write(new LogEvent(
            time.GetLocalNow(),
            level,
            null,
            new MessageTemplate(message, [new TextToken(message)]),
            request.Properties.Select(property => new LogEventProperty(property.Key, new ScalarValue(property.Value)))));
}
