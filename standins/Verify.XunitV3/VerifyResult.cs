namespace VerifyTests;

/// <summary>What a passed verification compared.</summary>
public sealed class VerifyResult
{
    internal VerifyResult(FilePair file, string text)
    {
        Files = [file];
        Text = text;
    }

    /// <summary>The snapshot's files.</summary>
    public IReadOnlyList<FilePair> Files { get; }

    /// <summary>The text after scrubbing, as it stands in the snapshot.</summary>
    public string Text { get; }
}
