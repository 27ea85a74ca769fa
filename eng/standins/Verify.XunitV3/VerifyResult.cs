namespace VerifyTests;

/// <summary>What a passed verification compared.</summary>
public class VerifyResult
{
    internal VerifyResult(string file, string text)
    {
        Files = [file];
        Text = text;
    }

    /// <summary>The full paths of the snapshot's files.</summary>
    public IEnumerable<string> Files { get; }

    /// <summary>The text after scrubbing, as it stands in the snapshot.</summary>
    public string Text { get; }
}
