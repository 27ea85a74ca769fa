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
        var expected = verified is null
            ? ""
            : $"""

              Verified: {snapshot.VerifiedName}
              {verified}
              """;
        return
            $"""
            Directory: {snapshot.Directory}
            {category}:
              - Received: {snapshot.ReceivedName}
                Verified: {snapshot.VerifiedName}

            FileContent:

            {category}:

            Received: {snapshot.ReceivedName}
            {received}{expected}

            """.ReplaceLineEndings("\n");
    }
}
