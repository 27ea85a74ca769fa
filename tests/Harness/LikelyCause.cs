namespace Workshop.Harness;

/// <summary>A wrong answer with a likely cause of its own.</summary>
/// <param name="Key">The key of the line that was received.</param>
/// <param name="Text">A part of the line.</param>
/// <param name="Next">What to look at next.</param>
internal sealed record LikelyCause(string Key, string Text, string Next)
{
    /// <summary>Whether the first difference received it.</summary>
    public bool IsOf(Difference difference) =>
        difference.Received.StartsWith($"{Key} ", StringComparison.Ordinal)
        && difference.Received[Key.Length..].Contains(Text, StringComparison.Ordinal);
}
