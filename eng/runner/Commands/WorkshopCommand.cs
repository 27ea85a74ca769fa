using System.CommandLine;
using System.CommandLine.Help;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary>Takes the command line, hands it to a command, and turns what went wrong into a sentence and an exit code.</summary>
internal static class WorkshopCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var encoding = new ConsoleEncoding();
        try
        {
            var parsed = Create().Parse(args);
            return parsed.Errors.Count == 0
                ? await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
                : Tell(ExitCode.WrongUse, $"{parsed.Errors[0].Message} `dotnet workshop.cs help` lists the commands.");
        }
        catch (WorkshopException problem)
        {
            return Tell(problem.ExitCode, problem.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Tell(
                ExitCode.EnvironmentProblem,
                $"A file could not be read or written: {problem.Message} Check that you may write to the workshop's folder, "
                + "that the disk has space, and that no other program holds the file.");
        }
        catch (Exception problem)
        {
            return Tell(
                ExitCode.EnvironmentProblem,
                $"The runner stopped: {problem.GetType().Name}: {problem.Message} This is a fault of the workshop, not of your "
                + "answer: show this line to whoever gave you the workshop. `dotnet test tests/01-hello` grades without it.");
        }
    }

    private static Command Create()
    {
        var workshop = new WorkshopFolder(
            Environment.GetEnvironmentVariable("WORKSHOP_ROOT") ?? Directory.GetCurrentDirectory());
        new PristineCopy(workshop).MakeWhereAbsent();
        var plain = new Option<bool>("--plain")
        {
            Description = "Print text only: no colour, no spinner.",
            Recursive = true,
        };
        var root = new Command("workshop.cs", "The gRPC workshop: shows the labs and grades your answers.")
        {
            new HelpOption(),
            plain,
            CheckCommand.Create(workshop, plain),
            ListCommand.Create(workshop, plain),
            HintCommand.Create(workshop, plain),
            DiffCommand.Create(workshop, plain),
            ResetCommand.Create(workshop),
            UndoCommand.Create(workshop),
            RunCommand.Create(workshop),
            WarmCommand.Create(workshop, plain),
            ReportCommand.Create(workshop, plain),
            DoctorCommand.Create(workshop, plain),
            NewCommand.Create(workshop, plain),
        };
        root.Add(HelpCommand.Create(root));
        if (workshop.IsRepository)
        {
            root.Add(DevCommand.Create(workshop, root, plain));
        }

        root.SetAction((parsed, cancellationToken) =>
            HomeCommand.RunAsync(workshop, root, parsed.GetValue(plain), cancellationToken));
        return root;
    }

    private static int Tell(int exitCode, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return exitCode;
    }
}
