using System.Text.Json;
using Workshop.Runner.Files;

namespace Workshop.Runner.Grading;

/// <summary>What the last build of a lab's checks left, and what it was built from.</summary>
/// <param name="Inputs">What it was built from.</param>
/// <param name="Program">The folder of the program that runs them: a copy, so that no build writes to what a process has loaded.</param>
/// <param name="Checks">The name of the checks' assembly, such as <c>Hello.Tests</c>.</param>
/// <param name="Warnings">What the compiler said of the answer.</param>
internal sealed record BuiltChecks(BuildInputs Inputs, string Program, string Checks, IReadOnlyList<CompilerWarning> Warnings)
{
    /// <returns>Null where there is none, or none that can be read.</returns>
    public static BuiltChecks? Read(string file)
    {
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<BuiltChecks>(File.ReadAllText(file)) is { } built && Directory.Exists(built.Program)
                ? built
                : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException)
        {
            return null;
        }
    }

    public void Write(string file) => AtomicFile.Write(file, JsonSerializer.Serialize(this));
}
