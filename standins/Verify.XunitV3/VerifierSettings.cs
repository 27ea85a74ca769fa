using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>What holds for every verification of a test run. To be set before the first, in a module initializer.</summary>
public static class VerifierSettings
{
    private static volatile bool _verifyHasRun;

    internal static Encoding Encoding { get; private set; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    internal static bool TrailingNewlineIgnored { get; private set; }

    internal static bool ContentOmitted { get; private set; }

    internal static VerifySettings Shared { get; } = new();

    /// <summary>Writes received files without a byte order mark; by default they have one.</summary>
    public static void UseUtf8NoBom() => UseEncoding(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Writes received files in this encoding.</summary>
    public static void UseEncoding(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ThrowIfVerifyHasRun();
        Encoding = encoding;
    }

    /// <summary>Accepts a verified file whose lines end in CR or CRLF.</summary>
    /// <remarks>The official package refuses such a file without this; the stand-in always accepts it.</remarks>
    public static void FixNewlinesOnRead() => ThrowIfVerifyHasRun();

    /// <summary>Accepts a verified file that has one line end more at its end than the text.</summary>
    public static void IgnoreTrailingNewline()
    {
        ThrowIfVerifyHasRun();
        TrailingNewlineIgnored = true;
    }

    /// <summary>Leaves the section <c>FileContent:</c> out of failure messages.</summary>
    public static void OmitContentFromException()
    {
        ThrowIfVerifyHasRun();
        ContentOmitted = true;
    }

    /// <summary>Lets several verifications use the same file names.</summary>
    public static void DisableRequireUniquePrefix()
    {
        ThrowIfVerifyHasRun();
        Shared.DisableRequireUniquePrefix();
    }

    /// <inheritdoc cref="VerifySettings.AddScrubber(Action{StringBuilder}, ScrubberLocation)"/>
    public static void AddScrubber(
        Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        ThrowIfVerifyHasRun();
        Shared.AddScrubber(scrubber, location);
    }

    /// <inheritdoc cref="VerifySettings.AddScrubber(string, Action{StringBuilder}, ScrubberLocation)"/>
    public static void AddScrubber(
        string extension, Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        ThrowIfVerifyHasRun();
        Shared.AddScrubber(extension, scrubber, location);
    }

    /// <inheritdoc cref="VerifySettings.ScrubInlineGuids"/>
    public static void ScrubInlineGuids(ScrubberLocation location = ScrubberLocation.First)
    {
        ThrowIfVerifyHasRun();
        Shared.ScrubInlineGuids(location);
    }

    /// <inheritdoc cref="VerifySettings.ScrubLines"/>
    public static void ScrubLines(Func<string, bool> removeLine, ScrubberLocation location = ScrubberLocation.First)
    {
        ThrowIfVerifyHasRun();
        Shared.ScrubLines(removeLine, location);
    }

    /// <inheritdoc cref="VerifySettings.ScrubLinesWithReplace"/>
    public static void ScrubLinesWithReplace(
        Func<string, string?> replaceLine, ScrubberLocation location = ScrubberLocation.First)
    {
        ThrowIfVerifyHasRun();
        Shared.ScrubLinesWithReplace(replaceLine, location);
    }

    /// <inheritdoc cref="VerifySettings.ScrubLinesContaining(string[])"/>
    public static void ScrubLinesContaining(params string[] stringToMatch)
    {
        ThrowIfVerifyHasRun();
        Shared.ScrubLinesContaining(stringToMatch);
    }

    /// <inheritdoc cref="VerifySettings.ScrubLinesContaining(StringComparison, string[])"/>
    public static void ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch)
    {
        ThrowIfVerifyHasRun();
        Shared.ScrubLinesContaining(comparison, stringToMatch);
    }

    /// <inheritdoc cref="VerifySettings.ScrubEmptyLines"/>
    public static void ScrubEmptyLines(ScrubberLocation location = ScrubberLocation.First)
    {
        ThrowIfVerifyHasRun();
        Shared.ScrubEmptyLines(location);
    }

    internal static void MarkVerifyHasRun() => _verifyHasRun = true;

    private static void ThrowIfVerifyHasRun([CallerMemberName] string setting = "")
    {
        if (_verifyHasRun)
        {
            throw new InvalidOperationException(
                $"VerifierSettings.{setting} was called after a verification ran, so some snapshots would have been "
                + "compared without it. Call it in a method marked [ModuleInitializer].");
        }
    }
}
