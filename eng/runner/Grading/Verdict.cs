namespace Workshop.Runner.Grading;

/// <summary>What can be said of a check, a task or a lab.</summary>
internal enum Verdict
{
    Done,
    NotImplementedYet,
    Wrong,
    TimedOut,
    DoesNotCompile,

    /// <summary>The process in which the lab runs ended before its checks did.</summary>
    Crashed,

    /// <summary>Nobody knows: the checks ended before this one.</summary>
    NotChecked,

    /// <summary>The workshop is at fault, not the answer.</summary>
    FaultOfTheGrader,
}

internal static class VerdictWords
{
    public static string ToWords(this Verdict verdict) => verdict switch
    {
        Verdict.Done => "done",
        Verdict.NotImplementedYet => "not implemented yet",
        Verdict.Wrong => "wrong",
        Verdict.TimedOut => "timed out",
        Verdict.DoesNotCompile => "does not compile",
        Verdict.Crashed => "crashed",
        Verdict.NotChecked => "not checked",
        Verdict.FaultOfTheGrader => "fault of the workshop",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "has no words"),
    };
}
