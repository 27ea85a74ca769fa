using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares what a test produced with the snapshot that is kept beside the test.</summary>
/// <remarks>
/// A missing snapshot fails like one that differs. Both leave a <c>.received.</c> file; renaming it to
/// <c>.verified.</c> accepts it.
/// </remarks>
public static class Verifier
{
    /// <summary>Verifies a text.</summary>
    /// <param name="target">The text; null is written as <c>null</c>, an empty one as <c>emptyString</c>.</param>
    /// <param name="settings">How to name, scrub and compare; null for the defaults.</param>
    /// <param name="sourceFile">The test's source file, given by the compiler.</param>
    public static SettingsTask Verify(
        string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Start(() => Task.FromResult(target), "txt", settings, sourceFile);

    /// <summary>Verifies a text that is kept with a file extension of its own.</summary>
    /// <param name="target">The text; null is written as <c>null</c>, an empty one as <c>emptyString</c>.</param>
    /// <param name="extension">The file extension, without a dot.</param>
    /// <param name="settings">How to name, scrub and compare; null for the defaults.</param>
    /// <param name="sourceFile">The test's source file, given by the compiler.</param>
    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "")
    {
        FileNameParts.ThrowIfInvalid(extension);
        return Start(() => Task.FromResult(target), extension, settings, sourceFile);
    }

    /// <summary>Verifies the text that the task gives.</summary>
    public static SettingsTask Verify(
        Task<string> target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(target);
        return Start(async () => await target, "txt", settings, sourceFile);
    }

    private static SettingsTask Start(
        Func<Task<string?>> target, string extension, VerifySettings? settings, string sourceFile) =>
        new(settings, async current =>
        {
            VerifierSettings.MarkVerifyHasRun();
            var test = RunningTest.Current();
            var snapshot = Snapshot.Locate(test, current, sourceFile, extension);
            return snapshot.Compare(await target());
        });
}
