namespace Workshop.Upload;

/// <summary>How long the client's calls may take.</summary>
internal static class Deadlines
{
    /// <summary>The transfer of a file, in either direction.</summary>
    public static TimeSpan Transfer => TimeSpan.FromHours(1);
}
