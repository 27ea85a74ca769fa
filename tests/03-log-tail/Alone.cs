namespace Workshop.Checks;

/// <summary>Checks that hear what every server of this process tells of itself: they run when no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
