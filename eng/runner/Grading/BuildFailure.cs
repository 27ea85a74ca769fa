namespace Workshop.Runner.Grading;

/// <summary>Who can fix a build that failed.</summary>
internal enum Culprit
{
    /// <summary>What the student wrote, or changed.</summary>
    Student,

    /// <summary>What the workshop brings along: the harness, a stand-in, the checks.</summary>
    Workshop,

    /// <summary>The packages, the disk, the SDK, another program.</summary>
    Environment,
}

/// <summary>Why a build failed.</summary>
/// <param name="Culprit">Who can fix it.</param>
/// <param name="What">What happened and why.</param>
/// <param name="Remedy">What to do; empty where the text says it, or nobody knows.</param>
internal sealed record BuildFailure(Culprit Culprit, string What, string Remedy = "")
{
    /// <summary>What the failure means for a lab.</summary>
    /// <exception cref="WorkshopException">It is not the student's.</exception>
    public LabProblem ForLab() => Culprit is Culprit.Student
        ? new LabProblem(Verdict.DoesNotCompile, What)
        : throw WorkshopException.Environment(
            $"{What}\n{(Remedy.Length > 0 ? Remedy : BuildRemedy.AskDoctor)}");
}
