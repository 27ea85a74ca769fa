namespace Workshop.Checks;

/// <summary>What writers and followers do at the same time.</summary>
/// <param name="Kept">How many entries there are before.</param>
/// <param name="Bursts">How many entries each of two writers writes at once, one burst after the other.</param>
/// <param name="Followers">How many streams are opened while they write.</param>
internal sealed record Plan(int Kept, IReadOnlyList<int> Bursts, int Followers);
