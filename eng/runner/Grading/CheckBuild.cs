using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Grading;

/// <summary>Brings the checks of a lab up to date in the quickest way that is right: nothing where nothing changed, the compiler
/// alone where only the text of the answer's C# files did, else a build.</summary>
/// <remarks>Everything lies in <c>artifacts/checks/NN-name.GRADE/</c>: <c>built.json</c> says what was built from which content;
/// <c>program-…/</c> is the program, which processes load; <c>latest/</c> has the answer and its checks, which nobody loads from
/// there. The caller holds the lock of <see cref="CheckProgram.TakeTurnAsync"/>.</remarks>
internal sealed class CheckBuild(WorkshopFolder workshop, Lab lab, Grade grade)
{
    private const int Attempts = 3;

    private const string PublicPartName = "public.ref";

    private static readonly string[] Parts = [".dll", ".pdb"];

    private readonly CheckProgram _program = new(workshop, lab, grade);

    private string Folder => workshop.PathOf("artifacts", "checks", $"{lab.Slug}.{grade.ToName()}");

    private string StateFile => Path.Combine(Folder, "built.json");

    private string Latest => Path.Combine(Folder, "latest");

    private string PublicPart => Path.Combine(Latest, PublicPartName);

    /// <summary>The last build, if the program is still there; whether it is up to date is not said.</summary>
    public BuiltChecks? Last => BuiltChecks.Read(StateFile);

    /// <returns>What was built, or why the lab cannot be graded.</returns>
    /// <exception cref="WorkshopException">The workshop or the environment is at fault, not the lab.</exception>
    public async Task<(BuiltChecks? Built, LabProblem? Problem)> BringUpToDateAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryCompileAsync(cancellationToken) is { } quick)
            {
                return quick;
            }

            var before = BuildInputs.Read(workshop, lab, grade);
            if (await _program.BuildAsync(cancellationToken) is { } problem)
            {
                return (null, problem);
            }

            // What was saved while the build went on may be in it or not.
            if (BuildInputs.Read(workshop, lab, grade) == before)
            {
                return (Keep(before), null);
            }
        }

        throw WorkshopException.Environment(
            $"The files of lab {lab.Number} changed each time that they were built. Wait until no program writes to them, then run this again.");
    }

    /// <summary>Puts the answer and its checks into a folder of their own, from which one process loads them.</summary>
    public ScratchFolder MakeRun()
    {
        var run = new ScratchFolder(Path.Combine(Folder, $"run-{Path.GetRandomFileName()}"));
        CopyTo(run);
        return run;
    }

    /// <summary>Copies the answer and its checks.</summary>
    public void CopyTo(ScratchFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(Latest))
        {
            File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        }
    }

    // What only the compiler can do is not known before; so null stands for: a build must do it.
    private async Task<(BuiltChecks? Built, LabProblem? Problem)?> TryCompileAsync(CancellationToken cancellationToken)
    {
        if (Last is not { } last || CompilerArguments.OfAnswer(workshop, lab, grade) is not { } answer
            || CompilerArguments.OfChecks(workshop, lab, grade) is not { } checks)
        {
            return null;
        }

        var inputs = BuildInputs.Read(workshop, lab, grade);
        if (inputs.Rest != last.Inputs.Rest)
        {
            return null;
        }

        if (inputs.Sources == last.Inputs.Sources)
        {
            return (last, null);
        }

        var name = Path.GetFileName(answer.Assembly);
        // A name of its own: the server may still write for a compilation that was ended.
        using var next = new ScratchFolder(Path.Combine(Folder, $"next-{Path.GetRandomFileName()}"));
        var compiled = await answer.CompileAsync(
            new Dictionary<string, string>(), next.PathOf(name), next.PathOf(PublicPartName), cancellationToken);
        if (!compiled.Succeeded)
        {
            return CompilerError.FailedForEnvironment(compiled)
                ? null
                : await _program.JudgeAsync(compiled.Lines, cancellationToken) is { Culprit: Culprit.Student } failure
                    ? (null, failure.ForLab())
                    : null;
        }

        // The checks were compiled against what the answer shows to them.
        if (!File.ReadAllBytes(next.PathOf(PublicPartName)).AsSpan().SequenceEqual(File.ReadAllBytes(PublicPart)))
        {
            var replaced = new Dictionary<string, string> { [checks.ReferenceTo(name)] = next.PathOf(PublicPartName) };
            if (!(await checks.CompileAsync(replaced, next.PathOf($"{last.Checks}.dll"), null, cancellationToken)).Succeeded)
            {
                return null;
            }
        }

        if (BuildInputs.Read(workshop, lab, grade) != inputs)
        {
            return null;
        }

        File.Delete(StateFile);
        foreach (var file in Directory.EnumerateFiles(next.Path).Where(file => Path.GetExtension(file) is ".dll" or ".pdb" or ".ref"))
        {
            File.Move(file, Path.Combine(Latest, Path.GetFileName(file)), overwrite: true);
        }

        var built = last with { Inputs = inputs, Warnings = Warnings(next.PathOf(CompilerArguments.WarningsOf(name))) };
        built.Write(StateFile);
        return (built, null);
    }

    private BuiltChecks Keep(BuildInputs inputs)
    {
        Directory.CreateDirectory(Folder);
        File.Delete(StateFile);
        foreach (var old in Directory.GetDirectories(Folder))
        {
            ScratchFolder.TryDelete(old);
        }

        var folder = Path.GetDirectoryName(_program.Assembly)!;
        var program = Path.Combine(Folder, $"program-{Path.GetRandomFileName()}");
        FolderCopy.Make(folder, program);

        var warnings = Array.Empty<CompilerWarning>() as IReadOnlyList<CompilerWarning>;
        Directory.CreateDirectory(Latest);
        CopyParts(_program.Assembly);
        if (CompilerArguments.OfAnswer(workshop, lab, grade) is { } answer)
        {
            // From where the compiler wrote it: a copy that a build made is left out where size and time are the same.
            CopyParts(answer.Assembly);
            File.Copy(answer.ReferenceAssembly, PublicPart, overwrite: true);
            warnings = Warnings(answer.Warnings);
        }

        var built = new BuiltChecks(inputs, program, Path.GetFileNameWithoutExtension(_program.Assembly), warnings);
        built.Write(StateFile);
        return built;
    }

    private IReadOnlyList<CompilerWarning> Warnings(string file) => CompilerWarning.Read(workshop, lab, grade, file);

    private void CopyParts(string assembly)
    {
        foreach (var file in Parts.Select(part => Path.ChangeExtension(assembly, part)).Where(File.Exists))
        {
            File.Copy(file, Path.Combine(Latest, Path.GetFileName(file)), overwrite: true);
        }
    }
}
