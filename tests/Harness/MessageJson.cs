using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Rpc;

namespace Workshop.Harness;

/// <summary>Protobuf messages as one line of JSON (ProtoJSON).</summary>
internal static partial class MessageJson
{
    private static readonly JsonFormatter Formatter = new(
        JsonFormatter.Settings.Default.WithTypeRegistry(StandardErrorTypeRegistry.Registry));

    public static string Of(object? message) => message switch
    {
        IMessage protobuf => Format(protobuf),
        null => "null",
        _ => message.ToString() ?? "",
    };

    /// <summary>The rich error details of a status, from the trailer <c>grpc-status-details-bin</c>.</summary>
    public static IEnumerable<string> Details(byte[] statusDetails)
    {
        foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(statusDetails).Details)
        {
            string json;
            try
            {
                json = Format(detail);
            }
            catch (InvalidOperationException)
            {
                // A detail of a type that the registry does not know still shows what it is.
                json = $"{detail.TypeUrl} ({detail.Value.Length} bytes)";
            }

            yield return json;
        }
    }

    // JsonFormatter writes what is outside the basic plane as two escape sequences; a snapshot shows it as it is.
    private static string Format(IMessage message) => SurrogatePair().Replace(
        Formatter.Format(message), pair => $"{Unit(pair.Groups[1])}{Unit(pair.Groups[2])}");

    private static char Unit(Group hex) => (char)ushort.Parse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", RegexOptions.IgnoreCase)]
    private static partial Regex SurrogatePair();
}
