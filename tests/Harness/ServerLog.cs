using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Workshop.Harness;

/// <summary>What the student's server logged during a check: the last lines.</summary>
internal sealed class ServerLog : ILogEventSink
{
    private const int LinesKept = 20;
    private const int LongestLine = 200;

    private static readonly MessageTemplateTextFormatter Format = new("{Level:u3} {Message:lj}", CultureInfo.InvariantCulture);

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Format.Format(logEvent, text);
        if (logEvent.Exception is { } exception)
        {
            text.Write($" {exception.GetType().Name}: {exception.Message}");
        }

        lock (_lock)
        {
            _lines.Enqueue(Cut(text.ToString().ReplaceLineEndings(" ")));
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }

    private static string Cut(string line) => line.Length <= LongestLine ? line : $"{line[..LongestLine]}…";
}
