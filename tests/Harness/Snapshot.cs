namespace Workshop.Harness;

/// <summary>Compares a transcript with its snapshot, by Verify.</summary>
internal static class Snapshot
{
    // Before the first comparison. What copied the workshop may have changed the line ends of its files.
    static Snapshot() => VerifierSettings.FixNewlinesOnRead();

    /// <summary>Null when they are equal.</summary>
    /// <exception cref="Exception">There is no snapshot, or Verify refuses for another reason than a difference.</exception>
    public static async Task<Difference?> DifferenceAsync(CheckIdentity check, Transcript transcript)
    {
        var settings = new VerifySettings();
        settings.UseDirectory(check.SnapshotFolder);
        settings.DisableDiff();
        // One process may run the checks of a lab for several answers.
        settings.DisableRequireUniquePrefix();
        try
        {
            await Verify(transcript.ToString(), settings, check.SourceFile);
            return null;
        }
        // What Verify throws has a type of its own that is not public, so the files tell whether it is a difference.
        catch (Exception) when (File.Exists(check.SnapshotFile))
        {
            if (Difference.Between(await File.ReadAllTextAsync(check.SnapshotFile), transcript.ToString()) is not { } difference)
            {
                throw;
            }

            // Verify's message and its .received file are for those who accept snapshots. A student needs the first
            // difference, and a folder that stays as it is.
            if (check.Grade == "labs")
            {
                File.Delete(check.SnapshotFile.Replace(".verified.", ".received.", StringComparison.Ordinal));
            }

            return difference;
        }
    }
}
