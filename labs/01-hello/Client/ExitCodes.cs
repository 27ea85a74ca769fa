namespace Workshop.Hello;

/// <summary>The exit codes of the client.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The call failed in a way that has no code of its own.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or an argument that the server checked, is wrong: another try will not help.</summary>
    public const int Refused = 2;

    /// <summary>No server was reached.</summary>
    public const int Unavailable = 3;

    /// <summary>The deadline passed before the response came.</summary>
    public const int DeadlineExceeded = 4;
}
