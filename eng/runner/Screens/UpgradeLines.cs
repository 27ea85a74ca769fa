using Workshop.Runner.Upgrading;

namespace Workshop.Runner.Screens;

/// <summary>What an upgrade changed: the files that need somebody by name, all others counted by folder.</summary>
internal static class UpgradeLines
{
    private const int FolderDepth = 2;

    private static readonly (UpgradeStep Step, string Word)[] Counted =
        [(UpgradeStep.Replaced, "replaced"), (UpgradeStep.Added, "added"), (UpgradeStep.Removed, "removed"), (UpgradeStep.Kept, "yours, kept")];

    private static readonly (UpgradeStep Step, string Heading)[] Named =
    [
        (UpgradeStep.Beside, $"Changed by you and by the new version. Yours stays; the new one lies beside it, with {UpgradeRun.Beside} at its end.\n"
            + "Take over what you want of it, then delete it:"),
        (UpgradeStep.Left, "The new version has these no more. You changed them, so they stay:"),
        (UpgradeStep.Overwritten, "Given files that were changed here are those of the new version now:"),
    ];

    public static IEnumerable<ScreenLine> Of(UpgradeResult result)
    {
        yield return ScreenLine.Of(
            result.From != result.To ? $"This workshop has version {result.To} now; it had {result.From}."
            : result.ChangedSomething ? $"This workshop has all of version {result.To} now."
            : $"This workshop has all of version {result.To} already: nothing was changed.",
            ScreenLine.Bold);
        foreach (var line in Counts(result))
        {
            yield return line;
        }

        foreach (var (step, heading) in Named.Where(named => result.Of(named.Step).Count > 0))
        {
            yield return ScreenLine.Empty;
            foreach (var line in ScreenLine.Lines(heading).Concat(result.Of(step).Select(file => ScreenLine.Of($"  {file}"))))
            {
                yield return line;
            }
        }

        if (result.Copies is { } copies)
        {
            yield return ScreenLine.Empty;
            yield return ScreenLine.Of($"Copies of what was replaced or removed: {copies}");
        }

        if (result.ChangedSomething)
        {
            yield return ScreenLine.Of("Quit the runner in other terminals. The next command builds the new one.");
        }
    }

    private static IEnumerable<ScreenLine> Counts(UpgradeResult result) => result.Files
        .Where(file => Counted.Any(counted => counted.Step == file.Step))
        .GroupBy(file => file.File.Split('/') is { Length: > 1 } parts ? string.Join('/', parts[..^1].Take(FolderDepth)) : ".")
        .OrderBy(folder => folder.Key, StringComparer.Ordinal)
        .Select(folder => ScreenLine.Of($"  {folder.Key,-28}  " + string.Join(", ", Counted
            .Select(counted => (counted.Word, Count: folder.Count(file => file.Step == counted.Step)))
            .Where(counted => counted.Count > 0)
            .Select(counted => $"{counted.Count} {counted.Word}"))));
}
