using System.CommandLine;
using System.CommandLine.Parsing;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>check [NN]</c>: grades one lab, or all.</summary>
internal sealed class CheckCommand
{
    public static Command Create(WorkshopFolder workshop, Option<bool> plain)
    {
        var lab = new Argument<string?>("NN")
        {
            Description = "The lab, by number or name. All labs, if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var grade = new Option<Grade?>("--grade")
        {
            HelpName = "labs|solutions",
            Description = "Whose answers to grade.",
            CustomParser = ParseGrade,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("check", "Grade one lab, or all.") { lab, grade, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var check = new CheckCommand(
                workshop, parsed.GetValue(grade) ?? workshop.DefaultGrade, parsed.GetValue(json), parsed.GetValue(plain));
            return parsed.GetValue(lab) is { } text
                ? check.RunAsync(workshop.Find(text), cancellationToken)
                : check.RunAsync(workshop.ReadLabs(), cancellationToken);
        });
        return command;
    }

    private readonly WorkshopFolder _workshop;
    private readonly Grade _grade;
    private readonly bool _json;
    private readonly Screen _screen;
    private readonly GradeBook _grader;

    private CheckCommand(WorkshopFolder workshop, Grade grade, bool json, bool plain)
    {
        _workshop = workshop;
        _grade = grade;
        _json = json;
        // With --json standard output is for the report alone.
        _screen = new Screen(plain || json, json ? TextWriter.Null : Console.Out);
        _grader = new GradeBook(workshop, grade);
    }

    private async Task<int> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        GradeNote.Show(_screen, _grade);
        var result = await GradeAsync(lab, cancellationToken);
        var next = _workshop.ReadLabs().FirstOrDefault(next => string.CompareOrdinal(next.Slug, lab.Slug) > 0);
        LabScreen.Show(_screen, result, next, _grade == _workshop.DefaultGrade ? "" : $" --grade {_grade.ToString().ToLowerInvariant()}");
        return Finish([result]);
    }

    private async Task<int> RunAsync(IReadOnlyList<Lab> labs, CancellationToken cancellationToken)
    {
        GradeNote.Show(_screen, _grade);
        var results = new List<LabResult>();
        foreach (var lab in labs)
        {
            results.Add(await GradeAsync(lab, cancellationToken));
            LabsScreen.ShowLine(_screen, results[^1]);
        }

        LabsScreen.ShowSummary(_screen, results);
        return Finish(results);
    }

    private Task<LabResult> GradeAsync(Lab lab, CancellationToken cancellationToken) =>
        _screen.WaitAsync($"Checking lab {lab.Number}", () => _grader.GradeAsync(lab, cancellationToken));

    private static Grade? ParseGrade(ArgumentResult result)
    {
        if (Enum.TryParse<Grade>(result.Tokens[0].Value, ignoreCase: true, out var grade))
        {
            return grade;
        }

        result.AddError($"'{result.Tokens[0].Value}' cannot be graded: it is labs or solutions.");
        return null;
    }

    private int Finish(IReadOnlyList<LabResult> results)
    {
        if (_json)
        {
            Console.Out.WriteLine(JsonReport.Of(results, _grade));
        }

        return results.All(result => result.Passed) ? ExitCode.Passed : ExitCode.ChecksFailed;
    }
}
