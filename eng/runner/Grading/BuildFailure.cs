namespace Workshop.Runner.Grading;

/// <summary>Why a build failed.</summary>
/// <param name="Culprit">Whose the reason is.</param>
/// <param name="What">What happened and why.</param>
/// <param name="Remedy">What to do; empty where the text says it, or nobody knows.</param>
internal sealed record BuildFailure(Culprit Culprit, string What, string Remedy = "")
{
    /// <summary>What the failure means for a lab.</summary>
    /// <exception cref="WorkshopException">It is not the student's.</exception>
    public LabProblem ForLab() => Culprit is Culprit.Student
        ? new LabProblem(Verdict.DoesNotCompile, What)
        : throw WorkshopException.Environment(
            $"{What}\n{(Remedy.Length > 0 ? Remedy : "`dotnet workshop.cs doctor` looks for what may be in the way.")}");
}
