namespace Workshop.Interop.Tests;

/// <summary>Whether these tests run: they install packages of other languages, and move some hundred megabytes.</summary>
internal static class OptIn
{
    private const string Variable = "WORKSHOP_INTEROP";

    /// <summary>Skips the test unless the environment variable <c>WORKSHOP_INTEROP</c> is 1.</summary>
    public static void SkipUnlessAsked() => Assert.SkipUnless(
        Environment.GetEnvironmentVariable(Variable) is "1",
        $"This test calls the labs from another language, and installs what it needs: set {Variable}=1 to run it.");
}
