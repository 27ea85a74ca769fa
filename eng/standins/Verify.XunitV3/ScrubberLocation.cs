namespace VerifyTests;

/// <summary>Where a scrubber joins the ones that were added before it.</summary>
public enum ScrubberLocation
{
    /// <summary>Runs before them: by default the scrubber added last runs first.</summary>
    First,

    /// <summary>Runs after them.</summary>
    Last,
}
