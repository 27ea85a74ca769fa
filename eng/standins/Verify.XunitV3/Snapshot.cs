using System.Collections.Concurrent;
using System.Text;

namespace VerifyTests;

/// <summary>The files of one verification, and the comparison.</summary>
internal sealed class Snapshot(VerifySettings settings, RunningTest test, string directory, string prefix, string extension)
{
    // A file system may take names that differ in case for the same.
    private static readonly ConcurrentDictionary<string, string> Owners = new(StringComparer.OrdinalIgnoreCase);

    public string Directory => directory;

    public string ReceivedName => $"{prefix}.received.{extension}";

    public string VerifiedName => $"{prefix}.verified.{extension}";

    private string ReceivedPath => Path.Combine(directory, ReceivedName);

    private string VerifiedPath => Path.Combine(directory, VerifiedName);

    public static Snapshot Locate(RunningTest test, VerifySettings settings, string sourceFile, string extension)
    {
        var directory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? ""));
        var prefix = settings.FileName
            ?? $"{settings.TypeName ?? FileNameParts.Of(test.Type)}.{settings.MethodName ?? test.Method.Name}"
            + FileNameParts.Of(test.Method, test.Arguments);

        if (settings.RequireUniquePrefix)
        {
            Claim(Path.Combine(directory, $"{prefix}.{extension}"), test);
        }

        return new Snapshot(settings, test, directory, prefix, extension);
    }

    public VerifyResult Compare(string? target)
    {
        var received = target switch
        {
            null => "null",
            // An empty file never means an empty text, unless scrubbers made it empty.
            "" => "emptyString",
            _ => Scrub(target),
        };
        var verified = ReadVerified();
        if (received == verified)
        {
            File.Delete(ReceivedPath);
            return new VerifyResult(VerifiedPath, received);
        }

        System.IO.Directory.CreateDirectory(directory);
        File.WriteAllText(ReceivedPath, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        throw new VerifyException(FailureMessage.Of(this, received, verified));
    }

    private static void Claim(string key, RunningTest test)
    {
        if (!Owners.TryAdd(key, test.FullName))
        {
            throw new InvalidOperationException(
                $"The prefix has already been used. Existing: {Owners[key]}. New: {test.FullName}. Two verifications "
                + "would write the same file: give each a name of its own with UseMethodName, UseTypeName, "
                + $"UseFileName or UseDirectory. Prefix: {key}");
        }
    }

    // A byte order mark is recognised and left out.
    private string? ReadVerified()
    {
        if (!File.Exists(VerifiedPath))
        {
            return null;
        }

        var text = File.ReadAllText(VerifiedPath);
        if (!VerifierSettings.NewlinesAreFixed && text.Contains('\r'))
        {
            throw new VerifyException(
                $"{VerifiedPath} has line ends with CR, and a snapshot has LF alone. Save it with LF, or call "
                + "VerifierSettings.FixNewlinesOnRead before the first verification.");
        }

        return WithoutCarriageReturns(text);
    }

    private string Scrub(string target)
    {
        var text = new StringBuilder(WithoutCarriageReturns(target));
        settings.Scrubbers.Apply(text, extension);
        DirectoryScrubber.Apply(text, test.Type.Assembly);
        return WithoutCarriageReturns(text.ToString());
    }

    private static string WithoutCarriageReturns(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
