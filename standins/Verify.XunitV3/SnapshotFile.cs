namespace VerifyTests;

/// <summary>Reads and writes a snapshot's files, and explains what a file system refuses.</summary>
internal static class SnapshotFile
{
    /// <returns>The text with LF line ends, or null when the file does not exist.</returns>
    public static string? Read(string path)
    {
        try
        {
            // A byte order mark is recognised and left out.
            return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerifyException(
                $"The snapshot {path} cannot be read: {e.Message} Allow your user to read it, then run the test again.",
                e);
        }
    }

    public static void Delete(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerifyException(
                $"The snapshot matches, but {path}, left by an earlier mismatch, cannot be deleted: {e.Message} "
                + "Delete it, or allow your user to write to its folder.",
                e);
        }
    }

    /// <param name="path">The received file.</param>
    /// <param name="text">What the test produced.</param>
    /// <param name="mismatch">The message about the mismatch, which must not be lost.</param>
    public static void Write(string path, string text, string mismatch)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, VerifierSettings.Encoding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerifyException(
                $"""
                {mismatch}

                What the test produced stands above only: {path} cannot be written. {e.Message}
                The folder is read-only, or something else has that name. Allow your user to write there and run the test again.
                """,
                e);
        }
    }
}
