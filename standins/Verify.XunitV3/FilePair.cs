namespace VerifyTests;

/// <summary>The two files of one snapshot.</summary>
public readonly struct FilePair
{
    internal FilePair(string extension, string receivedPath, string verifiedPath)
    {
        Extension = extension;
        ReceivedPath = receivedPath;
        VerifiedPath = verifiedPath;
    }

    /// <summary>Without a dot: <c>txt</c>.</summary>
    public string Extension { get; }

    /// <summary>Full path of what the test produced; the file exists only after a mismatch.</summary>
    public string ReceivedPath { get; }

    /// <summary>Full path of what the test is to produce.</summary>
    public string VerifiedPath { get; }
}
