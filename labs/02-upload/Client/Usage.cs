namespace Workshop.Upload;

/// <summary>What to type.</summary>
internal static class Usage
{
    public const string Serve = "dotnet run [-- --urls URL --Upload:MaxBytes BYTES ...]";
    public const string Send = "dotnet run -- send FILE [--name NAME] [--server URL] [--token TOKEN]";
    public const string Get = "dotnet run -- get ID FILE [--server URL] [--token TOKEN]";
    public const string List = "dotnet run -- list [--server URL] [--token TOKEN]";

    /// <returns><see cref="ExitCodes.Refused"/>.</returns>
    public static async Task<int> RefuseAsync(string word, TextWriter error)
    {
        await error.WriteLineAsync(
            $"There is no command '{word}'. Usage: {Serve} to serve, {Send} to upload, {Get} to download, {List} to list.");
        return ExitCodes.Refused;
    }
}
