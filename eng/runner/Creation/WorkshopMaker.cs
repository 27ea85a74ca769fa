using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;
using Workshop.Runner.Upgrading;

namespace Workshop.Runner.Creation;

/// <summary>Makes a workshop from the repository, by way of the same template package that a teacher hands out.</summary>
internal sealed class WorkshopMaker(WorkshopFolder repository, string target, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // What it was called before: two packages with one template are in each other's way.
    private const string FormerId = "Workshop.Templates";

    private string Package => repository.PathOf(
        "artifacts", "template", $"{WorkshopPackage.Id}.{WorkshopVersion.Read(repository.PathOf(WorkshopVersion.Path))}.nupkg");

    /// <summary>Packs this tree as a template.</summary>
    public async Task PackAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Package)!);
        File.Delete(Package);
        await RunAsync(
            repository.Root,
            "The template could not be packed",
            "pack", repository.PathOf("dotnet-new-template", $"{WorkshopPackage.Id}.csproj"), "-c", "Release",
            "-o", Path.GetDirectoryName(Package)!, "-v", "q", "--nologo", "-tl:off", "-p:UseStandIns=false");
    }

    /// <summary>Waits until no other `new` of this user replaces the template.</summary>
    public Task<IDisposable> TakeTemplateAsync() => FileLock.TakeAsync(
        Path.Combine(Path.GetTempPath(), $"grpc-workshop-template-{Environment.UserName}.lock"), cancellationToken);

    /// <summary>Installs it, so that `dotnet new grpc-workshop` works from now on. An older one is replaced.</summary>
    /// <remarks>Not by <c>--force</c>: with the same version, that lists the package twice, and `dotnet new` then finds
    /// neither (SDK 10.0.401).</remarks>
    public async Task InstallAsync()
    {
        // It fails where none is installed.
        foreach (var id in new[] { FormerId, WorkshopPackage.Id })
        {
            await Dotnet.RunAsync(repository.Root, Limit, ["new", "uninstall", id], cancellationToken);
        }

        await RunAsync(
            repository.Root, "The template could not be installed for `dotnet new`", "new", "install", Package);
    }

    public Task MakeAsync(TemplateOptions options) => RunAsync(
        repository.Root, "The workshop could not be made", ["new", "grpc-workshop", "-o", target, .. options.Arguments]);

    /// <summary>Builds the runner, and the checks of the first lab, so that the first check takes seconds.</summary>
    /// <returns>The first lab.</returns>
    public async Task<Lab> BuildAsync()
    {
        var made = new WorkshopFolder(target);
        var lab = made.ReadLabs()[0];
        new PristineCopy(made).MakeWhereAbsent();
        var runner = RunAsync(target, "The runner of the new workshop could not be built", "workshop.cs", "list", "--plain");
        var checks = BuildChecksAsync(made, lab);
        await Task.WhenAll(runner, checks);
        // Nobody has changed anything yet: whatever does not compile is no student's.
        if (await checks is { } problem)
        {
            throw WorkshopException.Environment($"The workshop itself does not build here.\n{problem.Message}\n{BuildRemedy.AskDoctor}");
        }

        // So that the first `dotnet run` starts at once.
        await RunAsync(target, "The first lab could not be built", "build", made.PathOf("labs", lab.Slug), "-v", "q", "--nologo", "-tl:off");
        return lab;
    }

    private async Task<LabProblem?> BuildChecksAsync(WorkshopFolder made, Lab lab)
    {
        using var ours = await new CheckProgram(made, lab, Grade.Labs).TakeTurnAsync(cancellationToken);
        return (await new CheckBuild(made, lab, Grade.Labs).BringUpToDateAsync(cancellationToken)).Problem;
    }

    private async Task RunAsync(string folder, string failure, params string[] arguments)
    {
        var outcome = await Dotnet.RunAsync(folder, Limit, arguments, cancellationToken);
        if (outcome.TimedOut)
        {
            throw WorkshopException.Environment(
                $"{failure}: it took more than {Limit.TotalMinutes:0} minutes and was ended. {BuildRemedy.For(outcome.Lines)}");
        }

        if (!outcome.Succeeded)
        {
            var error = CompilerError.ReadAll(outcome.Lines) is [var first, ..] ? first.Text : outcome.FirstError;
            throw WorkshopException.Environment($"{failure}: {error.TrimEnd('.')}. {BuildRemedy.For(outcome.Lines)}");
        }
    }
}
