using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VerifyTests;

/// <summary>How one verification names its files, scrubs its text and compares.</summary>
public class VerifySettings
{
    /// <summary>Settings without any choice made.</summary>
    public VerifySettings()
    {
        Scrubbers = new ScrubberList();
    }

    /// <summary>A copy: later changes of either do not reach the other.</summary>
    public VerifySettings(VerifySettings? settings)
    {
        Directory = settings?.Directory;
        FileName = settings?.FileName;
        TypeName = settings?.TypeName;
        MethodName = settings?.MethodName;
        RequireUniquePrefix = settings?.RequireUniquePrefix ?? true;
        Scrubbers = settings is null ? new ScrubberList() : new ScrubberList(settings.Scrubbers);
    }

    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal bool RequireUniquePrefix { get; private set; } = true;

    internal ScrubberList Scrubbers { get; }

    /// <summary>Keeps the snapshot in this folder: absolute, or relative to the folder of the test's source file.</summary>
    public void UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory = directory;
    }

    /// <summary>Replaces the whole of <c>{Type}.{Method}_{Parameters}</c> in the file name.</summary>
    /// <exception cref="InvalidOperationException">A part of that name was set as well.</exception>
    public void UseFileName(string fileName)
    {
        FileNameParts.ThrowIfInvalid(fileName);
        ThrowIf(TypeName is not null || MethodName is not null);
        FileName = fileName;
    }

    /// <summary>Replaces the name of the test class in the file name.</summary>
    /// <exception cref="InvalidOperationException">The whole file name was set as well.</exception>
    public void UseTypeName(string name)
    {
        FileNameParts.ThrowIfInvalid(name);
        ThrowIf(FileName is not null);
        TypeName = name;
    }

    /// <summary>Replaces the name of the test method in the file name; needed by a test that verifies twice.</summary>
    /// <exception cref="InvalidOperationException">The whole file name was set as well.</exception>
    public void UseMethodName(string name)
    {
        FileNameParts.ThrowIfInvalid(name);
        ThrowIf(FileName is not null);
        MethodName = name;
    }

    /// <summary>Lets several verifications use the same file names.</summary>
    public void DisableRequireUniquePrefix() => RequireUniquePrefix = false;

    /// <summary>Starts no diff tool. The stand-in never starts one.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The official method belongs to the instance.")]
    public void DisableDiff()
    {
    }

    /// <summary>Adds a scrubber, which changes the text in place before it is compared.</summary>
    public void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        ArgumentNullException.ThrowIfNull(scrubber);
        Scrubbers.Add(scrubber, location);
    }

    /// <summary>Adds a scrubber for snapshots of one file extension.</summary>
    public void AddScrubber(
        string extension, Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(extension);
        ArgumentNullException.ThrowIfNull(scrubber);
        Scrubbers.Add(scrubber, location, extension);
    }

    /// <summary>Replaces each GUID in the text, with dashes or without: <c>Guid_1</c> for the first and wherever it
    /// appears again.</summary>
    public void ScrubInlineGuids() => Scrubbers.AddInlineGuids();

    /// <summary>Removes the lines for which the function says so.</summary>
    public void ScrubLines(Func<string, bool> removeLine)
    {
        ArgumentNullException.ThrowIfNull(removeLine);
        Scrubbers.AddLines(line => removeLine(line) ? null : line);
    }

    /// <summary>Replaces each line by what the function gives; null removes it.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine)
    {
        ArgumentNullException.ThrowIfNull(replaceLine);
        Scrubbers.AddLines(replaceLine);
    }

    /// <summary>Removes the lines that contain one of the strings, in upper or lower case.</summary>
    public void ScrubLinesContaining(params string[] stringToMatch) =>
        ScrubLinesContaining(StringComparison.OrdinalIgnoreCase, stringToMatch);

    /// <summary>Removes the lines that contain one of the strings.</summary>
    public void ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch) =>
        ScrubLines(line => stringToMatch.Any(text => line.Contains(text, comparison)));

    /// <summary>Removes the lines that are empty or white space.</summary>
    public void ScrubEmptyLines() => ScrubLines(string.IsNullOrWhiteSpace);

    private static void ThrowIf(bool conflict)
    {
        if (conflict)
        {
            throw new InvalidOperationException(
                "UseFileName sets the whole file name, so it cannot be combined with UseTypeName or UseMethodName. Use "
                + "either the one or the others.");
        }
    }
}
