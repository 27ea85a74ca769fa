namespace VerifyTests;

/// <summary>What holds for every verification of a test run. To be set before the first.</summary>
public static class VerifierSettings
{
    private static volatile bool _verifyHasRun;

    internal static bool NewlinesAreFixed { get; private set; }

    /// <summary>Accepts a verified file whose lines end in CR or CRLF, which is refused without this.</summary>
    public static void FixNewlinesOnRead()
    {
        if (_verifyHasRun)
        {
            throw new InvalidOperationException(
                "VerifierSettings.FixNewlinesOnRead was called after a verification ran, so some snapshots would have "
                + "been compared without it. Call it before, for example in a method marked [ModuleInitializer].");
        }

        NewlinesAreFixed = true;
    }

    internal static void MarkVerifyHasRun() => _verifyHasRun = true;
}
