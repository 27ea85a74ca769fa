namespace Workshop.ServiceDefaults;

/// <summary>The exit codes of a command.</summary>
public static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The call failed in a way that has no code of its own.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a file, or what the server checked is wrong: another try will not help.</summary>
    public const int Refused = 2;

    /// <summary>No server was reached, or it stopped and did not come back.</summary>
    public const int Unavailable = 3;
}
