namespace Workshop.Hello;

/// <summary>What the command line of <c>greet</c> asks for.</summary>
/// <param name="Names">Whom to greet: at least one name.</param>
/// <param name="Server">Where the server listens.</param>
/// <param name="Deadline">How long one call may take, from the moment it is made.</param>
internal sealed record GreetOptions(IReadOnlyList<string> Names, Uri Server, TimeSpan Deadline)
{
    public const string Usage = "Usage: dotnet run -- greet NAME... [--server URL] [--deadline-ms MILLISECONDS]";

    private static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(5);

    /// <summary>Reads the arguments after <c>greet</c>.</summary>
    /// <exception cref="FormatException">An option is unknown, has no value, or has a wrong value.</exception>
    public static GreetOptions Parse(string[] args)
    {
        var names = new List<string>();
        var server = new Uri(HelloApp.DefaultAddress);
        var deadline = DefaultDeadline;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--server":
                    server = ParseServer(ValueAfter(args, i++));
                    break;
                case "--deadline-ms":
                    deadline = ParseDeadline(ValueAfter(args, i++));
                    break;
                case ['-', '-', ..] unknown:
                    throw new FormatException($"There is no option {unknown}.");
                default:
                    names.Add(args[i]);
                    break;
            }
        }

        return names.Count > 0
            ? new GreetOptions(names, server, deadline)
            : throw new FormatException("There is no name: give one or more.");
    }

    private static string ValueAfter(string[] args, int index) =>
        index + 1 < args.Length
            ? args[index + 1]
            : throw new FormatException($"The option {args[index]} needs a value.");

    private static Uri ParseServer(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var server) && server.Scheme is "http" or "https"
            ? server
            : throw new FormatException($"'{value}' is not a server address: write it as {HelloApp.DefaultAddress}.");

    private static TimeSpan ParseDeadline(string value) =>
        int.TryParse(value, out var milliseconds) && milliseconds > 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new FormatException($"'{value}' is not a deadline: give a whole number of milliseconds, 1 or more.");
}
