using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Workshop.Chat.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Chat;

/// <summary>Makes lines of events. A text of somebody else is shown without anything that a console obeys.</summary>
internal sealed class EventLines(bool isColoured)
{
    private const string Reset = "\e[0m";
    private const string Dim = "\e[2m";
    private const string Indent = "    ";

    // Readable on dark and on light terminals.
    private static readonly string[] Colours = ["\e[31m", "\e[32m", "\e[33m", "\e[34m", "\e[35m", "\e[36m"];

    /// <summary>The event, without a line feed at its end.</summary>
    public string Of(RoomEvent happened) => happened.EventCase switch
    {
        RoomEvent.EventOneofCase.Said => $"{Paint(Dim, Time(happened.Time))} {Name(happened.Said.Name)}: {Plain(happened.Said.Text)}",
        RoomEvent.EventOneofCase.Joined => $"{Paint(Dim, Time(happened.Time))} * {Name(happened.Joined.Name)} has come",
        RoomEvent.EventOneofCase.Left => $"{Paint(Dim, Time(happened.Time))} * {Name(happened.Left.Name)} has gone",
        RoomEvent.EventOneofCase.Present => $"* Here: {Names(happened.Present.Names)}",
        RoomEvent.EventOneofCase.Missed when happened.Missed.HasCount => $"--- {happened.Missed.Count} events are missing here.",
        RoomEvent.EventOneofCase.Missed => "--- The room is a new one: earlier events may be missing here.",
        RoomEvent.EventOneofCase.Kicked => $"--- The server ends the session: {Reason(happened.Kicked.Reason)}",
        _ => "--- An event that this program does not know.",
    };

    /// <summary>Names, in a list.</summary>
    public string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name)) is { Length: > 0 } list ? list : "nobody";

    // The same colour for the same name, on every machine: string.GetHashCode differs from process to process.
    private string Name(string name) => Paint(Colours[name.Aggregate(0u, (sum, letter) => (sum * 31) + letter) % Colours.Length], VisibleText.Of(name));

    private string Paint(string colour, string text) => isColoured ? $"{colour}{text}{Reset}" : text;

    private static string Reason(Kicked.Types.Reason reason) => reason switch
    {
        Kicked.Types.Reason.SlowReader => "events were not read.",
        Kicked.Types.Reason.ServerStopping => "it stops.",
        _ => "it does not say why.",
    };

    // Every field of a message can be missing, and a server can send a time that no calendar has.
    private static string Time(Timestamp? timestamp)
    {
        try
        {
            return timestamp?.ToDateTimeOffset().ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture) ?? "--:--";
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return "--:--";
        }
    }

    // Lines after the first are indented: one text must not look like two.
    private static string Plain(string text) => string.Join(
        $"\n{Indent}", text.ReplaceLineEndings("\n").Split('\n').Select(line => VisibleText.Of(line.Replace("\t", Indent, StringComparison.Ordinal))));
}
