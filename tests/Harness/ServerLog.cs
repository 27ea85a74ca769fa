using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Workshop.Harness;

/// <summary>What the student's server logged during a check: the last lines. What a check causes by looking is left out.</summary>
/// <remarks>A call that looks has a <see cref="TraceMark"/>, and Serilog writes the trace id to each event of the call: the lab needs
/// nothing for it.</remarks>
/// <param name="root">The workshop's folder.</param>
internal sealed class ServerLog(string root) : ILogEventSink
{
    private const int LinesKept = 20;
    private const int LongestLine = 200;

    private static readonly ActivityTraceId Looking = ActivityTraceId.CreateRandom();

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

    /// <summary>Whether a line of them is an error.</summary>
    public bool HasError => Lines.Any(line => line.StartsWith("ERR ", StringComparison.Ordinal));

    /// <summary>Marks a call that only looks.</summary>
    public static Metadata Mark(Metadata headers) => TraceMark.On(headers, Looking);

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.TraceId == Looking)
        {
            return;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Format.Format(logEvent, text);
        var place = "";
        if (logEvent.Exception is { } exception)
        {
            text.Write($" {exception.GetType().Name}: {exception.Message}");
            place = ThrownPlace.Of(exception, root) is { } thrown ? $" ({thrown})" : "";
        }

        lock (_lock)
        {
            _lines.Enqueue($"{Cut(text.ToString().ReplaceLineEndings(" "))}{place}");
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }

    private static string Cut(string line) => line.Length <= LongestLine ? line : $"{line[..LongestLine]}…";
}
