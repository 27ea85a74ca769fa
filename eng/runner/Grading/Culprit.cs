namespace Workshop.Runner.Grading;

/// <summary>Whose the reason is that a build failed.</summary>
internal enum Culprit
{
    /// <summary>What the student wrote, or changed.</summary>
    Student,

    /// <summary>What the workshop brings along: the harness, a stand-in, the checks.</summary>
    Workshop,

    /// <summary>The packages, the disk, the SDK, another program.</summary>
    Environment,
}
