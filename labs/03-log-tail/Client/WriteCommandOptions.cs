using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>What the command line of <c>write</c> asks for.</summary>
internal sealed record WriteCommandOptions : ClientOptions
{
    /// <summary>What the server is asked.</summary>
    public WriteLogRequest Request { get; private init; } = new();

    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">Something is missing, unknown, or makes no sense.</exception>
    public static WriteCommandOptions Parse(string[] args)
    {
        var options = new WriteCommandOptions();
        var words = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--count":
                    options.Request.Count = ParseCount(ValueAfter(args, i++));
                    break;
                case "--server":
                    options = options with { Server = ParseServer(ValueAfter(args, i++)) };
                    break;
                case "--token":
                    options = options with { Token = ValueAfter(args, i++) };
                    break;
                case ['-', '-', ..]:
                    throw Unknown(args[i]);
                default:
                    words.Add(args[i]);
                    break;
            }
        }

        if (words is not [var level, var source, var message])
        {
            throw new FormatException($"{words.Count} words were given, and 3 are wanted: LEVEL SOURCE MESSAGE.");
        }

        options.Request.Level = LevelNames.Parse(level);
        options.Request.Source = source;
        options.Request.Message = message;
        return options;
    }
}
