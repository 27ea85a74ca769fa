using Workshop.Runner.Labs;

namespace Workshop.Runner.Loop;

/// <summary>Grades one lab at a time, beside the loop, and tells it when that ended.</summary>
internal interface IGradingRun
{
    /// <summary>Begins to grade a lab. None is being graded.</summary>
    void Start(Lab lab);

    /// <summary>Ends the run that goes on, if one does. It tells nothing any more.</summary>
    void End();
}
