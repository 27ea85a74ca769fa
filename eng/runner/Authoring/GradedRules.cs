using Workshop.Runner.Grading;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Authoring;

/// <summary>The untouched lab fails calmly, the solution passes.</summary>
internal static class GradedRules
{
    /// <summary>Every task of the untouched lab has a check that says <i>not implemented yet</i>, and none says anything
    /// worse; nor does the compiler.</summary>
    public static async Task<IReadOnlyList<Defect>> FindInLabAsync(AuthoredLab lab, CancellationToken cancellationToken)
    {
        var folder = $"labs/{lab.Lab.Slug}";
        var result = await new Grader(lab.Workshop, Grade.Labs).GradeAsync(lab.Lab, cancellationToken);
        if (result.Problem is { } problem)
        {
            return [new Defect(folder, $"The untouched lab cannot be graded: {FirstLine(problem.Message)}")];
        }

        var checks = result.Tasks.SelectMany(task => task.Checks).ToArray();
        return
        [
            .. checks
                .Where(check => check.Verdict is not (Verdict.Done or Verdict.NotImplementedYet))
                .Select(check => new Defect(
                    folder, $"Untouched, '{check.Sentence}' must end with 'not implemented yet', and says: {FirstLine(check.Message)}")),
            .. result.Tasks
                .Where(task => !task.Checks.Any(check => check.Verdict is Verdict.NotImplementedYet))
                .Select(task => new Defect(
                    folder, $"Task {task.Task.Id} is solved before anybody touched it: no check of it says 'not implemented yet'.")),
            .. result.Warnings.Select(warning => new Defect(
                warning.File, $"Untouched, line {warning.Line} has a warning that a student would see, {warning.Code}: {warning.Text}.")),
        ];
    }

    /// <summary>The solution passes every check. Its build has warnings as errors.</summary>
    public static async Task<IReadOnlyList<Defect>> FindInSolutionAsync(AuthoredLab lab, CancellationToken cancellationToken)
    {
        var folder = $"solutions/{lab.Lab.Slug}";
        var result = await new Grader(lab.Workshop, Grade.Solutions).GradeAsync(lab.Lab, cancellationToken);
        return result.Problem is { } problem
            ? [new Defect(folder, $"The solution cannot be graded: {FirstLine(problem.Message)}")]
            : [.. result.Tasks.SelectMany(task => task.Checks)
                .Where(check => check.Verdict is not Verdict.Done)
                .Select(check => new Defect(folder, $"The solution fails '{check.Sentence}': {FirstLine(check.Message)}"))];
    }

    internal static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
