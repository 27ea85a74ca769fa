using Workshop.Runner.Labs;

namespace Workshop.Runner.Creation;

/// <summary>What a workshop is made with, by the options of the same names that <c>dotnet new grpc-workshop</c> has.</summary>
/// <param name="Solutions">With the solutions.</param>
/// <param name="Labs">Only these; null for all.</param>
internal sealed record TemplateOptions(bool Solutions, IReadOnlyList<Lab>? Labs)
{
    private static readonly char[] Separators = [',', ' '];

    /// <param name="source">The repository that makes the workshop.</param>
    /// <param name="solutions">With the solutions.</param>
    /// <param name="labs">Such as <c>01,02</c>; null for all.</param>
    /// <exception cref="WorkshopException">There is no such lab.</exception>
    public static TemplateOptions Read(WorkshopFolder source, bool solutions, string? labs) => new(
        solutions,
        labs?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            null => null,
            [] => throw WorkshopException.WrongUse("--labs names no lab. Name them by their numbers, such as --labs \"01,02\"."),
            var names => [.. names.Select(source.Find)],
        });

    /// <summary>As <c>dotnet new</c> takes them.</summary>
    public IEnumerable<string> Arguments =>
    [
        .. Solutions ? Array.Empty<string>() : ["--solutions", "false"],
        .. Labs is null ? Array.Empty<string>() : ["--labs", string.Join(',', Labs.Select(lab => lab.Number))],
    ];
}
