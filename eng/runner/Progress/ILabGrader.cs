using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Progress;

/// <summary>Grades a lab.</summary>
internal interface ILabGrader
{
    /// <exception cref="WorkshopException">The environment is at fault, not the lab.</exception>
    Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken);
}
