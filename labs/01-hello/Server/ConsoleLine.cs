using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Workshop.Hello;

/// <summary>A log event as a line of the console, without anything that a console obeys: what is logged may come from a
/// client.</summary>
/// <remarks>So there are no colours: they are escape sequences too.</remarks>
internal sealed class ConsoleLine : ITextFormatter
{
    private static readonly MessageTemplateTextFormatter Line =
        new("[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Line.Format(logEvent, text);
        output.WriteLine(VisibleText.Of(text.ToString()));
        if (logEvent.Exception is { } exception)
        {
            // A stack trace has lines of its own. They are indented: none of them can be taken for an event.
            foreach (var line in exception.ToString().ReplaceLineEndings("\n").Split('\n'))
            {
                output.WriteLine($"    {VisibleText.Of(line.Trim())}");
            }
        }
    }
}
