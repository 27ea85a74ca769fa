using System.CommandLine;
using System.CommandLine.Help;
using Workshop.Runner.Copies;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary><c>workshop.cs</c>, the command that has all others below it. What goes wrong in one becomes a sentence and an
/// exit code.</summary>
internal static class WorkshopCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var encoding = new ConsoleEncoding();
        try
        {
            var workshop = new WorkshopFolder(
                Environment.GetEnvironmentVariable("WORKSHOP_ROOT") ?? Directory.GetCurrentDirectory());
            new PristineCopy(workshop).MakeWhereAbsent();
            UpgradeCommand.WarnIfUnfinished(workshop, args);
            var parsed = Create(workshop).Parse(args);
            return parsed.Errors.Count == 0
                ? await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
                : Tell(WorkshopException.WrongUse($"{parsed.Errors[0].Message} `dotnet workshop.cs help` lists the commands."));
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception problem)
        {
            return Tell(problem as WorkshopException
                ?? (WorkshopException.IsOfFile(problem) ? WorkshopException.OfFile(problem) : Unexpected(problem)));
        }
    }

    /// <summary>All commands.</summary>
    internal static Command Create(WorkshopFolder workshop)
    {
        var root = new Command("workshop.cs", "The gRPC workshop: shows the labs and grades your answers.")
        {
            new HelpOption(),
            Output.Plain,
            Output.Json,
            CheckCommand.Create(workshop),
            ListCommand.Create(workshop),
            HintCommand.Create(workshop),
            DiffCommand.Create(workshop),
            ResetCommands.CreateReset(workshop),
            ResetCommands.CreateCatchUp(workshop),
            ResetCommands.CreateUndo(workshop),
            RunCommand.Create(workshop),
            WireCommand.Create(workshop),
            WarmCommand.Create(workshop),
            ReportCommand.Create(workshop),
            ClassCommand.Create(),
            DoctorCommand.Create(workshop),
            NewCommand.Create(workshop),
            UpgradeCommand.Create(workshop),
        };
        root.Add(HelpCommand.Create(root));
        if (workshop.IsRepository)
        {
            root.Add(DevCommand.Create(workshop, root));
        }

        root.SetAction((parsed, cancellationToken) => ListCommand.RunWithoutCommandAsync(workshop, root, parsed, cancellationToken));
        return root;
    }

    private static WorkshopException Unexpected(Exception problem) => WorkshopException.Environment(
        $"The runner stopped: {problem.GetType().Name}: {problem.Message} This is a fault of the workshop, not of your "
        + "answer: show this line to whoever gave you the workshop. `dotnet test tests/01-hello` grades without it.");

    private static int Tell(WorkshopException problem)
    {
        Console.Error.WriteLine(problem.Message);
        return problem.ExitCode;
    }
}
