using System.CommandLine;
using Workshop.Runner.Creation;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary><c>new DIR</c>: makes a workshop in a folder, ready for its first check.</summary>
internal static class NewCommand
{
    public static Command Create(WorkshopFolder workshop)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder for the workshop: a new one, or an empty one." };
        var solutions = new Option<bool>("--solutions")
        {
            HelpName = "true|false",
            Description = "Whether the solutions are in it.",
            DefaultValueFactory = _ => true,
        };
        var labs = new Option<string?>("--labs") { HelpName = "01,02", Description = "Only these labs." };
        var command = new Command("new", "Make a workshop in a folder.") { folder, solutions, labs };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            workshop,
            parsed.GetRequiredValue(folder),
            () => TemplateOptions.Read(workshop, parsed.GetValue(solutions), parsed.GetValue(labs)),
            Output.Of(parsed),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        WorkshopFolder workshop, string folder, Func<TemplateOptions> read, Output output, CancellationToken cancellationToken)
    {
        if (!workshop.IsRepository)
        {
            throw WorkshopException.WrongUse(
                "This folder is a workshop already, and a workshop cannot make another one. "
                + "`dotnet new grpc-workshop -o DIR` does, where the template is installed.");
        }

        var screen = output.Screen;
        var options = read();
        var maker = new WorkshopMaker(workshop, TargetFolder.Accept(workshop, folder), cancellationToken);
        screen.Line($"Making a workshop in {folder}. This takes about a minute.");
        screen.Line();
        await screen.StepAsync("Packing this tree as a template", maker.PackAsync);
        using (await maker.TakeTemplateAsync())
        {
            await screen.StepAsync("Installing the template for `dotnet new`", maker.InstallAsync);
            await screen.StepAsync("Making the workshop", () => maker.MakeAsync(options));
        }

        Lab lab;
        try
        {
            lab = await screen.StepAsync("Building the runner and the checks of the first lab", maker.BuildAsync);
        }
        catch (WorkshopException problem)
        {
            throw WorkshopException.Environment(
                $"The workshop in {folder} is made, but it does not build yet.\n{problem.Message}\n"
                + "When that is fixed, go on there with: dotnet workshop.cs");
        }

        screen.Line();
        screen.Line("The workshop is ready. Read its first lab:");
        screen.Line($"  {Path.Combine(folder, "labs", lab.Slug, "README.md")}");
        screen.Line("and have a first look at your tasks:");
        screen.Line($"  cd {(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)}");
        screen.Line("  dotnet workshop.cs");
        output.Document(new { folder, lab = lab.Slug });
        return ExitCode.Passed;
    }
}
