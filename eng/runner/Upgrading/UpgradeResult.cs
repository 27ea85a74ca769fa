namespace Workshop.Runner.Upgrading;

/// <summary>What an upgrade did.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version now.</param>
/// <param name="Files">The files that were not simply the same.</param>
/// <param name="Copies">Where copies of what was replaced or removed are, relative to the workshop; null if nothing was.</param>
internal sealed record UpgradeResult(string From, string To, IReadOnlyList<UpgradedFile> Files, string? Copies)
{
    /// <summary>The files with which one thing was done.</summary>
    public IReadOnlyList<string> Of(UpgradeStep step) => [.. Files.Where(file => file.Step == step).Select(file => file.File)];

    /// <summary>Whether any file is another one than before.</summary>
    public bool ChangedSomething => From != To || Files.Any(file => file.Step is not (UpgradeStep.Kept or UpgradeStep.Left or UpgradeStep.Beside));
}
