using Workshop.Runner.Grading;

namespace Workshop.Runner.Loop;

/// <summary>What the loop hears of the world.</summary>
internal abstract record LoopEvent
{
    /// <summary>A key, by its character or name; in plain mode what was typed before Enter.</summary>
    internal sealed record Key(string Name) : LoopEvent;

    /// <summary>A file changed.</summary>
    /// <param name="Path">Relative to the workshop, with slashes.</param>
    internal sealed record Saved(string Path) : LoopEvent;

    /// <summary>A run has ended with a result.</summary>
    internal sealed record Graded(LabResult Result) : LoopEvent;

    /// <summary>A run has ended without one: the environment is in the way.</summary>
    internal sealed record Failed(string Message) : LoopEvent;

    /// <summary>Something that the student should know, in one line.</summary>
    internal sealed record Noted(string Line) : LoopEvent;

    /// <summary>A moment has passed.</summary>
    internal sealed record Tick : LoopEvent;
}
