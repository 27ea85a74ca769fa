using System.CommandLine;
using Workshop.Runner.Grading;
using Workshop.Runner.Hints;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>hint NN[.n]</c>: hands out the hints of a task, one more each time.</summary>
internal static class HintCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var asked = new Argument<string>("NN[.n]") { Description = "The lab, or one of its tasks. Of a lab, the first task that is not done." };
        var all = new Option<bool>("--all") { Description = "All hints of the task." };
        var command = new Command("hint", "Get a hint; one more each time.") { asked, all };
        command.SetAction(parsed =>
        {
            var (lab, found) = Find(workshop, parsed.GetRequiredValue(asked));
            var output = Output.Of(parsed);
            if (found is not { } task)
            {
                output.Screen.Line(HintLines.None(lab));
                output.Document(new { task = (string?)null, total = 0, hints = Array.Empty<string>() });
                return ExitCode.Passed;
            }

            var book = new HintBook(workshop);
            var hints = parsed.GetValue(all) ? book.All(lab, task) : book.Next(lab, task);
            output.Screen.Lines(HintLines.Of(hints));
            if (hints.Total > 0)
            {
                output.Screen.Line();
                output.Screen.Line(hints.IsAll
                    ? $"That is every hint. Still stuck? See the answer: dotnet workshop.cs diff {lab.Number}"
                    : $"Once more for the next hint: dotnet workshop.cs hint {task.Id}");
            }

            output.Document(new { task = task.Id, hints.Total, hints.Hints });
            return ExitCode.Passed;
        });
        return command;
    }

    private static (Lab Lab, LabTask? Task) Find(WorkshopFolder workshop, string asked)
    {
        var parts = asked.Split('.', 2);
        var lab = workshop.Find(parts[0]);
        if (parts is [_, var number])
        {
            return (lab, lab.Tasks.FirstOrDefault(task => task.Id == $"{lab.Number}.{number}") ?? throw WorkshopException.WrongUse(
                $"Lab {lab.Number} has no task {number}. Its tasks are: {string.Join(", ", lab.Tasks.Select(task => task.Id))}."));
        }

        var last = new Grader(workshop, workshop.DefaultGrade).LastResult(lab);
        return (lab, LabResult.CurrentTask(lab, last) ?? (lab.Tasks.Count > 0 ? null : throw WorkshopException.WrongUse(HintLines.None(lab))));
    }
}
