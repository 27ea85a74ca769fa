using Workshop.Wire;

namespace Workshop.Runner.Authoring;

/// <summary>Known wrong answers in a contract: the C# that protoc makes of it replaces the C# that the build made.</summary>
/// <remarks>protoc and its plugin are run as the build runs them; a build per wrong answer would take ten times as long.</remarks>
internal static class MistakeContracts
{
    /// <param name="lab">The lab.</param>
    /// <param name="contract">The solution's contract that is replaced.</param>
    /// <param name="wrong">By which.</param>
    /// <param name="cancellationToken">Ends protoc.</param>
    /// <returns>For the generated files of the solution, by which they are replaced.</returns>
    /// <exception cref="WorkshopException">protoc is not there, or does not accept the contract.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> GenerateAsync(
        AuthoredLab lab, string contract, string wrong, CancellationToken cancellationToken)
    {
        var protoc = Protoc.Find() ?? throw WorkshopException.Environment("protoc is not here: restore Grpc.Tools first, with `dotnet workshop.cs warm`.");
        protoc = protoc with { FurtherIncludes = [lab.Workshop.CommonProtos] };
        var folder = $"{wrong}.generated";
        Directory.CreateDirectory(folder);
        string[] arguments =
        [
            $"-I{Path.GetDirectoryName(wrong)}", $"--csharp_out={folder}", $"--grpc_out={folder}", $"--plugin=protoc-gen-grpc={protoc.GrpcPlugin}", wrong,
        ];
        var (exitCode, _, error) = await protoc.RunAsync(arguments, default, cancellationToken);
        if (exitCode != 0)
        {
            throw WorkshopException.Environment($"A mistake makes a contract that protoc refuses: {error.Trim()}");
        }

        var built = lab.Workshop.PathOf("artifacts", "obj", "solutions", lab.Lab.Slug, "debug", AuthoredLab.NameIn(lab.SolutionFolder, Path.GetDirectoryName(contract)!));
        return Directory.EnumerateFiles(folder, "*.cs").ToDictionary(file => Path.GetFullPath(Path.Combine(built, Path.GetFileName(file))));
    }
}
