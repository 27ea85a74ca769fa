using Google.Protobuf;
using Workshop.Wire;

namespace Workshop.Schema.Tests.Changes;

/// <summary>What a release makes of what the other one sends, by Google.Protobuf and generated code.</summary>
internal static class Behaviour
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));

    /// <summary>Bytes of one release, as the other shows them.</summary>
    public static IEnumerable<string> OnTheWire(Change change)
    {
        var (before, after) = (Release.Of(change, "Before"), Release.Of(change, "After"));
        return [.. change.Send.Select(sent => OnTheWire(sent, before, after)), .. change.Back.Select(sent => $"new to old: {OnTheWire(sent, after, before)}")];
    }

    /// <summary>JSON of one release, as the other reads it.</summary>
    public static IEnumerable<string> InJson(Change change)
    {
        var (before, after) = (Release.Of(change, "Before"), Release.Of(change, "After"));
        return
        [
            .. change.Send.Where(sent => sent.Json is not null).Select(sent => InJson(sent.Json!, before, after)),
            .. change.Back.Select(sent => $"new to old: {InJson(sent.Json!, after, before)}"),
        ];
    }

    private static string OnTheWire(Sent sent, Release from, Release to)
    {
        var bytes = sent.Hex is { } hex ? HexText.Parse(hex).Bytes! : from.ParseJson(sent.Json!).ToByteArray();
        return $"`{sent.Hex ?? sent.Json}` → {Read(to, bytes)}";
    }

    private static string InJson(string sent, Release from, Release to)
    {
        var json = Json.Format(from.ParseJson(sent));
        return $"`{Tight(json)}` → {ReadJson(to, json)}";
    }

    private static string Read(Release after, byte[] bytes)
    {
        IMessage message;
        try
        {
            message = after.Parse(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return "refused";
        }

        var isUnknown = WireDump.Of(bytes, after.Type).Elements.Any(element =>
            element.Name == "?" || element.Value.Contains("  unknown: ", StringComparison.Ordinal));
        var isSame = message.ToByteArray().AsSpan().SequenceEqual(bytes);
        return $"`{Tight(Json.Format(message))}`{(isUnknown ? ", the rest unknown" : "")}{(isSame ? "" : ", written back as other bytes")}";
    }

    private static string ReadJson(Release after, string json)
    {
        try
        {
            return $"`{Tight(Json.Format(after.ParseJson(json)))}`";
        }
        catch (Exception problem) when (problem is InvalidProtocolBufferException or FormatException or InvalidOperationException)
        {
            return "refused";
        }
    }

    // As people write it: JsonFormatter puts spaces everywhere.
    private static string Tight(string json) => json.Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal)
        .Replace("[ ", "[", StringComparison.Ordinal).Replace(" ]", "]", StringComparison.Ordinal).Replace("\": ", "\":", StringComparison.Ordinal)
        .Replace(", ", ",", StringComparison.Ordinal);
}
