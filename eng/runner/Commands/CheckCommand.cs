using System.CommandLine;
using System.CommandLine.Parsing;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Reports;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>check [NN]</c>: grades one lab, or all.</summary>
internal sealed class CheckCommand(WorkshopFolder workshop, Grade grade, Output output)
{
    private readonly GradeBook _grader = new(workshop, grade);

    public static Command Create(WorkshopFolder workshop)
    {
        var lab = LabArgument.OneOrAll();
        var grade = new Option<Grade?>("--grade")
        {
            HelpName = "labs|solutions",
            Description = "Whose answers to grade.",
            CustomParser = ParseGrade,
        };
        var command = new Command("check", "Grade one lab, or all.") { lab, grade };
        command.SetAction((parsed, cancellationToken) =>
        {
            var check = new CheckCommand(workshop, parsed.GetValue(grade) ?? workshop.DefaultGrade, Output.Of(parsed));
            return parsed.GetValue(lab) is { } text
                ? check.RunAsync(workshop.Find(text), cancellationToken)
                : check.RunAsync(workshop.ReadLabs(), cancellationToken);
        });
        return command;
    }

    private async Task<int> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        output.Screen.Lines(BoardLines.GradeNote(grade));
        var result = await GradeAsync(lab, cancellationToken);
        var next = workshop.ReadLabs().FirstOrDefault(next => string.CompareOrdinal(next.Slug, lab.Slug) > 0);
        var options = grade == workshop.DefaultGrade ? "" : $" --grade {grade.ToName()}";
        output.Screen.Lines(LabLines.Of(result, next, workshop.HasSolutionOf(lab), options, output.Screen));
        return Finish([result]);
    }

    private async Task<int> RunAsync(IReadOnlyList<Lab> labs, CancellationToken cancellationToken)
    {
        output.Screen.Lines(BoardLines.GradeNote(grade));
        var results = new List<LabResult>();
        foreach (var lab in labs)
        {
            results.Add(await GradeAsync(lab, cancellationToken));
            output.Screen.Line(LabLines.Line(results[^1], output.Screen.HasSigns));
        }

        output.Screen.Lines(LabLines.Summary(results));
        return Finish(results);
    }

    private Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken) =>
        output.Screen.WaitAsync($"Checking lab {lab.Number}", () => _grader.GradeAsync(lab, cancellationToken));

    private int Finish(IReadOnlyList<LabResult> results)
    {
        var passed = results.All(result => result.Passed);
        output.Document(new { grade, passed, labs = results.Select(result => LabReport.Of(result)) });
        return passed ? ExitCode.Passed : ExitCode.ChecksFailed;
    }

    private static Grade? ParseGrade(ArgumentResult result)
    {
        if (Enum.TryParse<Grade>(result.Tokens[0].Value, ignoreCase: true, out var grade))
        {
            return grade;
        }

        result.AddError($"'{result.Tokens[0].Value}' cannot be graded: it is labs or solutions.");
        return null;
    }
}
