using System.Text.Json;

namespace Workshop.Runner.Authoring;

/// <summary>A known wrong answer: files that replace the solution's, the checks that must fail, and what their message
/// must say.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Folder">The folder, with the replacement files and mistake.json.</param>
/// <param name="Fails">The methods of the checks that must fail; no other may.</param>
/// <param name="Message">What the message of one of them must contain.</param>
internal sealed record Mistake(string Name, string Folder, IReadOnlyList<string> Fails, string Message)
{
    public const string FileName = "mistake.json";

    /// <exception cref="JsonException">mistake.json is not what it should be.</exception>
    public static Mistake Read(string folder)
    {
        var content = JsonSerializer.Deserialize<Content>(
            File.ReadAllText(Path.Combine(folder, FileName)), JsonSerializerOptions.Web);
        return content is { Fails.Count: > 0, Message.Length: > 0, Why.Length: > 0 }
            ? new Mistake(Path.GetFileName(folder), folder, content.Fails, content.Message)
            : throw new JsonException("'why', 'fails' and 'message' must say something");
    }

    private sealed record Content(string Why, IReadOnlyList<string> Fails, string Message);
}
