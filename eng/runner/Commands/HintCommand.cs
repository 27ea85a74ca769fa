using System.CommandLine;
using Workshop.Runner.Hints;
using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary><c>hint NN[.n]</c>: hands out the hints of a task, one more each time.</summary>
internal static class HintCommand
{
    public static Command Create(WorkshopFolder workshop, Option<bool> plain)
    {
        var asked = new Argument<string>("NN[.n]") { Description = "The lab, or one of its tasks. Of a lab, the first task that is not done." };
        var all = new Option<bool>("--all") { Description = "All hints of the task." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("hint", "Get a hint; one more each time.") { asked, all, json };
        command.SetAction(parsed =>
        {
            var (lab, task) = Find(workshop, parsed.GetRequiredValue(asked));
            var book = new HintBook(workshop);
            var hints = parsed.GetValue(all) ? book.All(lab, task) : book.Next(lab, task);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonReport.Of(hints));
            }
            else
            {
                HintScreen.Show(new Screen(parsed.GetValue(plain), Console.Out), hints);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static (Lab Lab, LabTask Task) Find(WorkshopFolder workshop, string asked)
    {
        var parts = asked.Split('.', 2);
        var lab = workshop.Find(parts[0]);
        if (parts is [_, var number])
        {
            return (lab, lab.Tasks.FirstOrDefault(task => task.Id == $"{lab.Number}.{number}") ?? throw WorkshopException.WrongUse(
                $"Lab {lab.Number} has no task {number}. Its tasks are: {string.Join(", ", lab.Tasks.Select(task => task.Id))}."));
        }

        var last = new GradeBook(workshop, workshop.DefaultGrade).ReadBoard().First(row => row.Lab.Slug == lab.Slug).Last;
        return (lab, CurrentTask.Of(lab, last) ?? throw WorkshopException.WrongUse(
            $"Lab {lab.Number} has no tasks, so it has no hints."));
    }
}
