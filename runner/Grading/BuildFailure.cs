using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Says why a build failed: the lab does not compile, or the environment is in the way.</summary>
internal static class BuildFailure
{
    private const int LinesShown = 10;

    /// <exception cref="WorkshopException">The environment is at fault, not the lab.</exception>
    public static LabProblem Explain(WorkshopFolder workshop, Lab lab, IReadOnlyList<string> output)
    {
        var errors = CompilerError.ReadAll(output);
        if (errors.FirstOrDefault(error => !error.IsOfEnvironment) is { } first)
        {
            return new LabProblem(Verdict.DoesNotCompile, Compiler(workshop, lab, first, errors.Count - 1));
        }

        throw WorkshopException.Environment(errors.Count > 0
            ? $"The checks of lab {lab.Slug} could not be built: {errors[0].Text.TrimEnd('.')} ({errors[0].Code}). {BuildRemedy.For(output)}"
            : $"The checks of lab {lab.Slug} could not be built, and the build named no error. Its last lines:\n"
              + $"{string.Join('\n', output.TakeLast(LinesShown).Select(line => $"  {line}"))}\n{BuildRemedy.For(output)}");
    }

    private static string Compiler(WorkshopFolder workshop, Lab lab, CompilerError error, int others)
    {
        var file = Path.IsPathRooted(error.File) ? workshop.Show(error.File) : error.File;
        var place = error.Line > 0 ? $"{file}, line {error.Line}, column {error.Column}" : file;
        var code = error.Code.Length > 0 ? $"{error.Code}: " : "";
        var more = others > 0 ? $"\n({others} more; an error often brings others along, so mend this one first.)" : "";
        var checks = file.StartsWith("tests/", StringComparison.Ordinal)
            ? "\nThe checks use a name that is no longer there: give it back what it was called and what it took."
            : "";
        return $"""
            Lab {lab.Number} does not compile. The first error:

              {place}
              {code}{error.Text}
            {more}{checks}
            Only this lab is affected: every other one is built and graded on its own.
            """.ReplaceLineEndings("\n");
    }
}
