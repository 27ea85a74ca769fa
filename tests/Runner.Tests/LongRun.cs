namespace Workshop.Tests;

/// <summary>Whether a test may take minutes: it does more of the same then. The environment variable <c>WORKSHOP_LONG</c> says so.</summary>
internal static class LongRun
{
    public static bool Is => Environment.GetEnvironmentVariable("WORKSHOP_LONG") is "1";
}
