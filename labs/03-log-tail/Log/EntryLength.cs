using Serilog.Events;

namespace Workshop.Tail;

/// <summary>How long an entry is, and what it takes in memory.</summary>
internal static class EntryLength
{
    /// <summary>What a property counts besides its name and its value.</summary>
    public const int Property = 96;

    private const int LongestShort = 1024;
    private const int Number = 40;
    private const int FixedBytes = 512;

    /// <summary>What an entry of this length takes in memory: measured, and rounded up.</summary>
    public static int BytesOf(int length) => FixedBytes + (2 * length);

    /// <summary>The length of a short event, at most; null for a long one, and where only rendering tells.</summary>
    public static int? OfShort(LogEvent logEvent)
    {
        var length = logEvent.Exception is null ? logEvent.MessageTemplate.Text.Length : int.MaxValue;
        foreach (var (name, value) in logEvent.Properties)
        {
            if (length > LongestShort)
            {
                return null;
            }

            // A value is in the message and in the properties.
            length += Property + name.Length + (2 * OfValue(value));
        }

        return length <= LongestShort ? length : null;
    }

    private static int OfValue(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => Math.Min(text.Length, LongestShort),
        ScalarValue { Value: ValueType or null } => Number,
        // What the framework adds to an event: its id and its name.
        StructureValue { Properties: [{ Value: ScalarValue id }, { Value: ScalarValue name }] } => OfValue(id) + OfValue(name) + Number,
        StructureValue { Properties: [{ Value: ScalarValue id }] } => OfValue(id) + Number,
        _ => LongestShort,
    };
}
