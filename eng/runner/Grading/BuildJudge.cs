using System.Text.RegularExpressions;
using Workshop.Runner.Copies;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Finds out who can fix a build that failed.</summary>
/// <remarks>An error in an answer is the student's; one in the harness, a stand-in or another given project is the
/// workshop's, unless that very file is not as it came. An error in the checks can be either: the student may have changed
/// a given name that they use. Whether the checks compile with the lab as it came tells which.</remarks>
internal sealed partial class BuildJudge(WorkshopFolder workshop)
{
    private const int LinesShown = 10;

    private readonly PristineCopy _pristine = new(workshop);

    /// <param name="subject">What was built, such as <c>The checks of lab 01-hello</c>.</param>
    /// <param name="output">What the build printed.</param>
    /// <param name="lab">The lab whose checks were built; null where it was something else.</param>
    /// <param name="buildsAsItCame">Builds the same checks with the lab as it came.</param>
    public async Task<BuildFailure> JudgeAsync(
        string subject, IReadOnlyList<string> output, Lab? lab, Func<Task<bool>> buildsAsItCame)
    {
        var errors = CompilerError.ReadAll(output);
        CompilerError[] inSource = [.. errors.Where(error => !error.IsOfEnvironment)];
        if (inSource.Length == 0)
        {
            return new BuildFailure(Culprit.Environment, NoSource(subject, errors, output), BuildRemedy.Find(output));
        }

        // What the workshop brings along comes first: whatever the student mends, it stays in the way.
        if (inSource.FirstOrDefault(error => IsGiven(error) && !IsOfChecks(error)) is { } given)
        {
            return OfWorkshop(given, inSource.Length - 1);
        }

        var first = inSource[0];
        return lab is not null && IsGiven(first) && !await IsOfStudentAsync(lab, buildsAsItCame)
            ? OfWorkshop(first, inSource.Length - 1)
            : new BuildFailure(Culprit.Student, OfStudent(lab, first, inSource.Length - 1));
    }

    private static string NoSource(string subject, IReadOnlyList<CompilerError> errors, IReadOnlyList<string> output) =>
        errors.Count > 0
            ? $"{subject} could not be built: {errors[0].Text.TrimEnd('.')} ({errors[0].Code})."
            : $"{subject} could not be built, and the build named no error. Its last lines:\n"
              + string.Join('\n', output.TakeLast(LinesShown).Select(line => $"  {line}"));

    // Neither an answer nor a file that somebody changed.
    private bool IsGiven(CompilerError error) =>
        !Answer().IsMatch(Show(error.File)) && !Answer().IsMatch(Show(error.Project)) && !_pristine.IsAltered(Show(error.File));

    private bool IsOfChecks(CompilerError error) => Checks().IsMatch(Show(error.Project));

    // The maintainers' repository has no copy to compare with: there, everything is the workshop itself.
    private async Task<bool> IsOfStudentAsync(Lab lab, Func<Task<bool>> buildsAsItCame) =>
        !workshop.IsRepository && _pristine.IsAltered(lab) && await buildsAsItCame();

    private BuildFailure OfWorkshop(CompilerError error, int others)
    {
        var late = IsOfChecks(error) && !workshop.IsRepository
            ? "\nThis was tried with the lab as it was when the runner first started. If you changed a name before that, change it back."
            : "";
        var project = error.Project.Length > 0 ? $", in the project {Show(error.Project)}" : "";
        return new BuildFailure(
            Culprit.Workshop,
            $"""
            The workshop itself does not build here. This is no mistake of yours. The first error{project}:

            {Quote(error)}
            {More(others)}{late}
            """.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    private string OfStudent(Lab? lab, CompilerError error, int others)
    {
        var file = Show(error.File);
        var advice = !Answer().IsMatch(file) && _pristine.IsAltered(file)
                ? $"\nThis file belongs to the checks, and it was changed or added here. The original is in .workshop/pristine/.\n"
            : Checks().IsMatch(file)
                ? "\nThe checks use a name that is no longer there. Give it its old name and its old parameters back.\n"
            : lab is not null && !workshop.IsRepository && !_pristine.IsAltered(lab)
                ? "\nNo file of this lab has changed since the runner first started. If you changed none before, look at\n"
                  + "`dotnet workshop.cs doctor`.\n"
            : "";
        if (file.EndsWith(".proto", StringComparison.Ordinal))
        {
            advice = "\nThese are the words of protoc, which makes C# of a contract. Look at this line, and at the end of the one before it:\n"
                + "a field is written as: type name = number; and each field has a number of its own.\n" + advice;
        }

        return $"""
            {(lab is null ? "The workshop" : $"Lab {lab.Number}")} does not compile. The first error:

            {Quote(error)}
            {More(others)}{advice}
            Only this lab is affected: every other one is built and graded on its own.
            """.ReplaceLineEndings("\n");
    }

    private string Quote(CompilerError error)
    {
        var file = Show(error.File);
        var place = error.Line > 0 ? $"{file}, line {error.Line}, column {error.Column}" : file;
        return $"  {place}\n  {(error.Code.Length > 0 ? $"{error.Code}: " : "")}{error.Text}";
    }

    private static string More(int others) =>
        others > 0 ? $"\n({others} more; one error often causes others, so fix this one first.)\n" : "";

    // A project that is built for several frameworks has the framework behind its path.
    private string Show(string path)
    {
        var file = path.Split("::")[0];
        return Path.IsPathRooted(file) ? workshop.Show(file) : file;
    }

    [GeneratedRegex(@"^(labs|solutions)/\d\d-")]
    private static partial Regex Answer();

    [GeneratedRegex(@"^tests/\d\d-")]
    private static partial Regex Checks();
}
