namespace Workshop.Runner.Grading;

/// <summary>Why a lab could not be graded to the end.</summary>
/// <param name="Verdict">Which kind of problem it is.</param>
/// <param name="Message">What happened, why, what to do.</param>
internal sealed record LabProblem(Verdict Verdict, string Message)
{
    /// <summary>What happened, in a few words: the message's first line.</summary>
    public string Title => Message.Split('\n')[0];
}
