using VerifyTests;
using VerifyXunit;

namespace Workshop.Harness;

/// <summary>Compares a transcript with its snapshot, by Verify.</summary>
internal static class Snapshot
{
    /// <summary>Null when they are equal.</summary>
    /// <exception cref="VerifyException">There is no snapshot, or it cannot be read or written.</exception>
    public static async Task<Difference?> DifferenceAsync(CheckIdentity check, Transcript transcript)
    {
        var settings = new VerifySettings();
        settings.UseDirectory(check.SnapshotFolder);
        settings.DisableDiff();
        try
        {
            await Verifier.Verify(transcript.ToString(), settings, check.SourceFile);
            return null;
        }
        catch (VerifyException) when (File.Exists(check.SnapshotFile))
        {
            // Verify's message and its .received file are for those who accept snapshots. A student needs the first
            // difference, and a folder that stays as it is.
            if (check.Grade == "labs")
            {
                File.Delete(check.SnapshotFile.Replace(".verified.", ".received.", StringComparison.Ordinal));
            }

            return Difference.Between(await File.ReadAllTextAsync(check.SnapshotFile), transcript.ToString());
        }
    }
}
