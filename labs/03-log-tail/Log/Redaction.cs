using Serilog.Core;
using Serilog.Events;

namespace Workshop.Tail;

/// <summary>Masks values whose names say that they are secret, at any depth of an object.</summary>
internal sealed class Redaction : ILogEventEnricher
{
    private static readonly ScalarValue Mask = new("***");

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        List<LogEventProperty>? masked = null;
        foreach (var (name, value) in logEvent.Properties)
        {
            var shown = Show(name, value);
            if (!ReferenceEquals(shown, value))
            {
                (masked ??= []).Add(new LogEventProperty(name, shown));
            }
        }

        masked?.ForEach(logEvent.AddOrUpdateProperty);
    }

    // Returns the same object when there is no secret: most events have none, and must not be copied.
    private static LogEventPropertyValue Show(string name, LogEventPropertyValue value)
    {
        if (SecretNames.Contain(name))
        {
            return Mask;
        }

        switch (value)
        {
            case StructureValue structure:
                var members = structure.Properties.Select(member => (member, shown: Show(member.Name, member.Value))).ToArray();
                return members.All(pair => ReferenceEquals(pair.member.Value, pair.shown))
                    ? value
                    : new StructureValue(members.Select(pair => new LogEventProperty(pair.member.Name, pair.shown)), structure.TypeTag);
            case DictionaryValue dictionary:
                return new DictionaryValue(dictionary.Elements.Select(element =>
                    KeyValuePair.Create(element.Key, Show(element.Key.Value?.ToString() ?? "", element.Value))));
            case SequenceValue sequence when sequence.Elements.Any(element => element is not ScalarValue):
                return new SequenceValue(sequence.Elements.Select(element => Show("", element)));
            default:
                return value;
        }
    }
}
