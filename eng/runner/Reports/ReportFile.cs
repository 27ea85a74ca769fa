using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workshop.Runner.Files;

namespace Workshop.Runner.Reports;

/// <summary>A report as a file: JSON with a seal at its end.</summary>
/// <remarks>The seal is the SHA-256 of the text before it, so a verdict that was edited by hand is noticed. It is no signature:
/// whoever reads this code can make one. Line ends do not count, because mail and editors change them.</remarks>
internal static partial class ReportFile
{
    /// <summary>Longest file that is read, in bytes. A report of fourteen labs has some 50 KiB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int LongestName = 80;

    private static readonly JsonSerializerOptions Options = new(WrittenJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file's name, which says who made the report, in letters and digits.</summary>
    public static string NameOf(string student) =>
        $"report-{NoLetter().Replace(student.Normalize(), "-").Trim('-')}.json";

    /// <summary>A name that may stand in a report.</summary>
    /// <exception cref="WorkshopException">There is none, or it is too long, or has characters that a terminal obeys.</exception>
    public static string CheckName(string? name) => name switch
    {
        null or "" => throw WorkshopException.WrongUse("Say who you are, as your teacher knows you: `dotnet workshop.cs report --student \"Li Na\"`. It is asked for once."),
        { Length: > LongestName } => throw WorkshopException.WrongUse($"The name has {name.Length} characters: give {LongestName} at most."),
        _ when name.Any(char.IsControl) => throw WorkshopException.WrongUse("The name has a control character, such as a tab: leave it out."),
        _ => name,
    };

    /// <summary>The text of the file.</summary>
    public static string Write(StudentReport report)
    {
        var text = JsonSerializer.Serialize(report, Options)[..^2];
        return $"{text},\n  \"seal\": \"{SealOf(text)}\"\n}}\n";
    }

    /// <summary>Reads a file that somebody handed in.</summary>
    public static HandedIn Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Length > MaxBytes
                ? new HandedIn(path, null, $"It has {file.Length} bytes, and a report has {MaxBytes} at most.", SealIsBroken: false)
                : Parse(path, BusyFile.Retry(path, () => File.ReadAllText(path)));
        }
        catch (Exception problem) when (WorkshopException.IsOfFile(problem))
        {
            return new HandedIn(path, null, $"It cannot be read: {problem.Message}", SealIsBroken: false);
        }
    }

    private static HandedIn Parse(string path, string text)
    {
        try
        {
            var report = JsonSerializer.Deserialize<StudentReport>(text, Options) ?? throw new JsonException("It is null.");
            if (HasControlCharacters(text) || report.Student.Trim() is not { Length: > 0 and <= LongestName })
            {
                return new HandedIn(path, null, "It has a name or a text that the workshop does not write.", SealIsBroken: false);
            }

            var seal = Seal().Match(text);
            return new HandedIn(path, report, null, SealIsBroken: !seal.Success || seal.Groups["seal"].Value != SealOf(text[..seal.Index]));
        }
        catch (JsonException)
        {
            return new HandedIn(path, null, "It is no whole report: cut off, or another file.", SealIsBroken: false);
        }
    }

    // Somebody else wrote it, and a terminal obeys some of them.
    private static bool HasControlCharacters(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString()!.Any(char.IsControl))
            {
                return true;
            }
        }

        return false;
    }

    private static string SealOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+")]
    private static partial Regex NoLetter();

    [GeneratedRegex(@",\r?\n  ""seal"": ""(?<seal>[0-9a-f]{64})""\s*\}\s*$", RegexOptions.RightToLeft)]
    private static partial Regex Seal();
}
