using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workshop.Runner.Authoring;

/// <summary>One change that makes the solution wrong.</summary>
/// <param name="File">Which source file, by its path below the lab's folder, with slashes: <c>Server/Slots.cs</c>.</param>
/// <param name="Find">The text to replace, line by line. The first and the last may be parts of lines.</param>
/// <param name="Replace">What stands there instead, line by line. Nothing, when it is empty.</param>
internal sealed record MistakeEdit(string File, IReadOnlyList<string> Find, IReadOnlyList<string> Replace);

/// <summary>A known wrong answer: what makes the solution wrong, the checks that must fail, and what their message must
/// say.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Folder">The folder, with mistake.json, and with source files that replace whole ones of the solution.</param>
/// <param name="Edits">What changes in files of the solution that stay the same otherwise.</param>
/// <param name="Fails">The methods of the checks that must fail; no other may.</param>
/// <param name="Message">What the message of one of them must contain.</param>
internal sealed record Mistake(
    string Name, string Folder, IReadOnlyList<MistakeEdit> Edits, IReadOnlyList<string> Fails, string Message)
{
    public const string FileName = "mistake.json";

    // A property with a typing error would be a mistake that is not made.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">mistake.json is not what it should be.</exception>
    public static Mistake Read(string folder)
    {
        var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(Path.Combine(folder, FileName)), Strict);
        return content is { Fails.Count: > 0, Message.Length: > 0, Why.Length: > 0 }
            ? new Mistake(Path.GetFileName(folder), folder, content.Edits ?? [], content.Fails, content.Message)
            : throw new JsonException("'why', 'fails' and 'message' must say something");
    }

    private sealed record Content(
        string Why, IReadOnlyList<string> Fails, string Message, IReadOnlyList<MistakeEdit>? Edits = null);
}
