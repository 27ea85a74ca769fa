using System.Collections.Concurrent;
using System.Text;

namespace VerifyTests;

/// <summary>The files of one verification, and the comparison.</summary>
internal sealed class Snapshot(
    VerifySettings settings, string sourceFile, string directory, string prefix, string extension)
{
    // A file system may take names that differ in case for the same.
    private static readonly ConcurrentDictionary<string, string> Owners = new(StringComparer.OrdinalIgnoreCase);

    public string Directory => directory;

    public string ReceivedName => $"{prefix}.received.{extension}";

    public string VerifiedName => $"{prefix}.verified.{extension}";

    public string ReceivedPath => Path.Combine(directory, ReceivedName);

    public string VerifiedPath => Path.Combine(directory, VerifiedName);

    public static Snapshot Locate(RunningTest test, VerifySettings settings, string sourceFile, string extension)
    {
        var sourceFolder = Path.GetDirectoryName(sourceFile);
        if (!System.IO.Directory.Exists(sourceFolder))
        {
            throw new VerifyException(
                $"The folder of {sourceFile} does not exist here, so its snapshots cannot be found. The tests were "
                + "built on another machine or the folder was moved: build them where they run.");
        }

        var directory = Path.GetFullPath(Path.Combine(sourceFolder, settings.Directory ?? ""));
        var prefix = settings.FileName
            ?? $"{settings.TypeName ?? FileNameParts.Of(test.Type)}.{settings.MethodName ?? test.Method.Name}"
            + ParametersOf(test, settings);

        if (settings.RequireUniquePrefix && VerifierSettings.Shared.RequireUniquePrefix)
        {
            Claim(Path.Combine(directory, $"{prefix}.{extension}"), test);
        }

        return new Snapshot(settings, sourceFile, directory, prefix, extension);
    }

    public VerifyResult Compare(string? target)
    {
        var received = Scrub(target ?? "null");
        var file = new FilePair(extension, ReceivedPath, VerifiedPath);
        var verified = SnapshotFile.Read(VerifiedPath);

        if (Matches(received, verified))
        {
            SnapshotFile.Delete(ReceivedPath);
            return new VerifyResult(file, received);
        }

        var message = FailureMessage.Of(this, received, verified);
        SnapshotFile.Write(ReceivedPath, received, message);
        throw new VerifyException(message);
    }

    private static string ParametersOf(RunningTest test, VerifySettings settings)
    {
        if (settings.TextForParameters is { } text)
        {
            return "_" + text;
        }

        if (settings.Parameters is { } chosen)
        {
            return FileNameParts.Of(test.Method, chosen);
        }

        if (test.Arguments.FirstOrDefault(argument => !SimpleValue.IsBuiltIn(argument)) is { } complex)
        {
            throw new InvalidOperationException(
                $"{test.FullName} has an argument of type {complex.GetType().Name}, from which no file name can be "
                + "made. Call UseParameters with simple values, or UseTextForParameters.");
        }

        return FileNameParts.Of(test.Method, test.Arguments);
    }

    private static void Claim(string key, RunningTest test)
    {
        if (!Owners.TryAdd(key, test.FullName))
        {
            throw new InvalidOperationException(
                $"The prefix has already been used. Existing: {Owners[key]}. New: {test.FullName}. Two verifications "
                + "would write the same file: give each a name of its own with UseMethodName, UseTypeName, "
                + $"UseFileName, UseParameters or UseDirectory. Prefix: {key}");
        }
    }

    private static bool Matches(string received, string? verified) =>
        verified == received || (VerifierSettings.TrailingNewlineIgnored && verified == received + "\n");

    private string Scrub(string target)
    {
        // On every system the same line ends, and an empty file never means an empty text.
        var text = new StringBuilder(target.ReplaceLineEndings("\n"));
        settings.Scrubbers.Apply(text, extension);
        VerifierSettings.Shared.Scrubbers.Apply(text, extension);
        DirectoryScrubber.Apply(text, sourceFile);
        return text.Length == 0 ? "emptyString" : text.ToString().ReplaceLineEndings("\n");
    }
}
