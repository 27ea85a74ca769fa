namespace VerifyTests;

/// <summary>The message of a mismatch, in the layout that Verify documents and its tools parse.</summary>
internal static class FailureMessage
{
    /// <param name="snapshot">The files.</param>
    /// <param name="received">What the test produced.</param>
    /// <param name="verified">What it was to produce; null when there is no snapshot.</param>
    public static string Of(Snapshot snapshot, string received, string? verified)
    {
        var category = verified is null ? "New" : "NotEqual";
        var files =
            $"""
            Directory: {snapshot.Directory}
            {category}:
              - Received: {snapshot.ReceivedName}
                Verified: {snapshot.VerifiedName}
            """;
        if (VerifierSettings.ContentOmitted)
        {
            return files.ReplaceLineEndings("\n");
        }

        var content = verified is null
            ? received
            : $"""
              Verified: {snapshot.VerifiedName}
              Compare Result:
              {TextDifference.Of(verified, received)}
              """;
        return
            $"""
            {files}

            FileContent:

            {category}:

            Received: {snapshot.ReceivedName}
            {content}
            """.ReplaceLineEndings("\n");
    }
}
