using System.CommandLine;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Commands;

/// <summary><c>warm</c>: restores and builds everything while there is a network, and proves that checks then do without.</summary>
internal sealed class WarmCommand(WorkshopFolder workshop, Output output, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string[] Programs = ["labs", "solutions"];

    public static Command Create(WorkshopFolder workshop)
    {
        var command = new Command("warm", "Fetch and build all, for work offline.");
        command.SetAction((parsed, cancellationToken) =>
            new WarmCommand(workshop, Output.Of(parsed), cancellationToken).RunAsync());
        return command;
    }

    private async Task<int> RunAsync()
    {
        var screen = output.Screen;
        var (labs, grade) = (workshop.ReadLabs(), workshop.DefaultGrade);
        screen.Line("Fetching and building everything once. The first time, this takes about a minute for each lab.");
        screen.Line();
        foreach (var lab in labs)
        {
            await screen.StepAsync($"Checks of lab {lab.Number}", () => BuildChecksAsync(lab, grade));
            foreach (var folder in Programs.Where(folder => Directory.Exists(workshop.PathOf(folder, lab.Slug))))
            {
                await screen.StepAsync($"{folder}/{lab.Slug}", () => BuildAsync($"{folder}/{lab.Slug}"));
            }
        }

        screen.Line();
        foreach (var lab in labs)
        {
            await screen.StepAsync($"Without a network: a check of lab {lab.Number}", () => ProveAsync(lab, grade));
        }

        screen.Line();
        screen.Line("Everything is here: labs build and are checked without a network now.");
        output.Document(new { labs = labs.Select(lab => lab.Slug) });
        return ExitCode.Passed;
    }

    // A lab that a student is just writing may not compile; its packages are there all the same.
    private async Task BuildChecksAsync(Lab lab, Grade grade) => await new CheckProgram(workshop, lab, grade).BuildAsync(cancellationToken);

    private async Task BuildAsync(string folder)
    {
        var build = await Dotnet.BuildAsync(workshop.Root, Limit, workshop.PathOf(folder), cancellationToken);
        if (CompilerError.FailedForEnvironment(build))
        {
            throw WorkshopException.Environment($"{folder} could not be built. {BuildRemedy.For(build.Lines)}");
        }
    }

    private async Task ProveAsync(Lab lab, Grade grade)
    {
        var checks = new CheckProgram(workshop, lab, grade);
        var build = await checks.BuildAsync(restore: false, cancellationToken);
        if (CompilerError.FailedForEnvironment(build))
        {
            throw WorkshopException.Environment(
                $"The checks of lab {lab.Number} do not build without a network. {BuildRemedy.For(build.Lines)}");
        }

        await new Grader(workshop, grade).GradeAsync(lab, cancellationToken);
    }
}
