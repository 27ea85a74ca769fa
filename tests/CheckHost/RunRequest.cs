using System.Text.Json;

namespace Workshop.CheckHost;

/// <summary>What the runner asks for, one line of JSON on standard input for each run.</summary>
/// <param name="Checks">The full path of the checks' assembly; the graded program's lies beside it.</param>
/// <param name="Arguments">The arguments of xunit's console runner.</param>
/// <param name="Environment">Environment variables to set before.</param>
internal sealed record RunRequest(string Checks, string[] Arguments, Dictionary<string, string> Environment)
{
    public static RunRequest Read(string line) => JsonSerializer.Deserialize<RunRequest>(line)!;
}
