using Grpc.Core;
using Grpc.Net.Client;

namespace Workshop.Upload;

/// <summary>What the command line of <c>send</c>, <c>get</c> or <c>list</c> asks for.</summary>
/// <param name="Arguments">What is no option: a file, an id.</param>
/// <param name="Server">Where the server listens.</param>
/// <param name="Token">Who is calling; null where the server does not ask.</param>
/// <param name="Name">What the file shall be called; null for its own name.</param>
/// <param name="Retries">How often in a row an upload that makes no progress is tried again.</param>
internal sealed record ClientOptions(IReadOnlyList<string> Arguments, Uri Server, string? Token, string? Name, int Retries)
{
    private const int DefaultRetries = 8;

    /// <summary>How long a call without a stream may take.</summary>
    public static TimeSpan CallDeadline => TimeSpan.FromSeconds(10);

    /// <summary>How long the transfer of a file may take.</summary>
    public static TimeSpan TransferDeadline => TimeSpan.FromHours(1);

    /// <summary>What every call sends along.</summary>
    public Metadata Headers => Token is null ? [] : new Metadata { { "authorization", $"Bearer {Token}" } };

    /// <summary>Reads a command line.</summary>
    /// <param name="args">What follows the command's name.</param>
    /// <param name="wanted">The arguments that it needs, such as <c>FILE</c>.</param>
    /// <exception cref="FormatException">Something is missing, unknown, or makes no sense.</exception>
    public static ClientOptions Parse(string[] args, params IReadOnlyList<string> wanted)
    {
        var options = new ClientOptions([], new Uri(UploadApp.DefaultAddress), null, null, DefaultRetries);
        var arguments = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--server" => options with { Server = ParseServer(ValueAfter(args, i++)) },
                "--token" => options with { Token = ValueAfter(args, i++) },
                "--name" => options with { Name = ValueAfter(args, i++) },
                "--retries" => options with { Retries = ParseRetries(ValueAfter(args, i++)) },
                ['-', '-', ..] unknown => throw new FormatException($"There is no option {unknown}."),
                var argument => Add(argument),
            };
        }

        return arguments.Count == wanted.Count
            ? options with { Arguments = arguments }
            : throw new FormatException($"{arguments.Count} arguments were given, and {wanted.Count} are wanted: {string.Join(' ', wanted)}.");

        ClientOptions Add(string argument)
        {
            arguments.Add(argument);
            return options;
        }
    }

    /// <summary>The one connection that all calls of a command share.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(Server);

    private static string ValueAfter(string[] args, int index) =>
        index + 1 < args.Length
            ? args[index + 1]
            : throw new FormatException($"The option {args[index]} needs a value.");

    private static Uri ParseServer(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var server) && server.Scheme is "http" or "https"
            ? server
            : throw new FormatException($"'{value}' is no server address: write it as {UploadApp.DefaultAddress}.");

    private static int ParseRetries(string value) =>
        int.TryParse(value, out var retries) && retries >= 0
            ? retries
            : throw new FormatException($"'{value}' is no number of retries: give 0 or more.");
}
