namespace Workshop.Runner.Upgrading;

/// <summary>A file that an upgrade looked at, and what it did.</summary>
/// <param name="File">Its path in the workshop.</param>
/// <param name="Step">What was done.</param>
internal sealed record UpgradedFile(string File, UpgradeStep Step);

internal enum UpgradeStep
{
    /// <summary>The new version brings it.</summary>
    Added,

    /// <summary>It was as it came.</summary>
    Replaced,

    /// <summary>A given file that was changed here; a copy is kept.</summary>
    Overwritten,

    /// <summary>It was changed here, and is the same in both versions.</summary>
    Kept,

    /// <summary>The student's, changed here and by the new version: it is kept, and the new one is written beside it.</summary>
    Beside,

    /// <summary>The new version has it no more, and it was as it came; a copy is kept.</summary>
    Removed,

    /// <summary>The new version has it no more, but it was changed here.</summary>
    Left,
}
