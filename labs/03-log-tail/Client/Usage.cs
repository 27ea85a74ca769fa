namespace Workshop.Tail;

/// <summary>What to type.</summary>
internal static class Usage
{
    public const string Serve = "dotnet run [-- --urls URL --Tail:TrafficPerSecond COUNT ...]";

    public const string Tail = "dotnet run -- tail [--lines COUNT | --since TIME | --after CURSOR] [--level LEVEL] [--source PREFIX] "
        + "[--contains TEXT] [--follow] [--retries COUNT] [--utc] [--server URL] [--token TOKEN]";

    public const string Write = "dotnet run -- write LEVEL SOURCE MESSAGE [--count COUNT] [--server URL] [--token TOKEN]";

    /// <returns><see cref="ExitCodes.Refused"/>.</returns>
    public static async Task<int> RefuseAsync(string word, TextWriter error)
    {
        await error.WriteLineAsync(
            $"There is no command '{word}'. Usage: {Serve} to serve, {Tail} to read the log, {Write} to write to it.");
        return ExitCodes.Refused;
    }
}
