using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;

namespace Workshop.Tail;

/// <summary>What every command of the client understands.</summary>
internal record ClientOptions
{
    /// <summary>How long a call without a stream may take.</summary>
    public static TimeSpan CallDeadline => TimeSpan.FromSeconds(10);

    /// <summary>Where the server listens.</summary>
    public Uri Server { get; init; } = new(TailApp.DefaultAddress);

    /// <summary>Who is calling; null where the server does not ask.</summary>
    public string? Token { get; init; }

    /// <summary>What every call sends along.</summary>
    public Metadata Headers => Token is null ? [] : new Metadata { { "authorization", $"Bearer {Token}" } };

    /// <summary>The one connection that all calls of a command share.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(Server);

    protected static string ValueAfter(string[] args, int index) =>
        index + 1 < args.Length
            ? args[index + 1]
            : throw new FormatException($"The option {args[index]} needs a value.");

    protected static Uri ParseServer(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var server) && server.Scheme is "http" or "https"
            ? server
            : throw new FormatException($"'{value}' is no server address: write it as {TailApp.DefaultAddress}.");

    protected static int ParseCount(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new FormatException($"'{value}' is no number: give 0 or more.");

    protected static Exception Unknown(string argument) => new FormatException(
        argument.StartsWith("--", StringComparison.Ordinal)
            ? $"There is no option {argument}."
            : $"'{argument}' is one word too many: put a text with spaces in quotation marks.");
}
