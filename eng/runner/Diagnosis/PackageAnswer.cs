using System.Text.Json;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>What NuGet answered when it was asked for a package that can be stood in for.</summary>
/// <param name="Id">The package.</param>
/// <param name="IsOfficial">True when the official one and all that it needs came.</param>
/// <param name="IsUnanswered">True when a source did not answer, so that nobody knows.</param>
/// <param name="Reason">Why it did not come, with NuGet's code.</param>
internal sealed record PackageAnswer(string Id, bool IsOfficial, bool IsUnanswered, string Reason)
{
    /// <summary>The answer for each folder in eng/standins/.</summary>
    public static IReadOnlyList<PackageAnswer> ReadAll(WorkshopFolder workshop) =>
    [
        .. Directory.GetDirectories(workshop.PathOf("eng", "standins"))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .Select(id => Read(id, workshop.PathOf("artifacts", "obj", "eng", "standins", "probe", id, "project.nuget.cache"))),
    ];

    private static PackageAnswer Read(string id, string verdict)
    {
        if (!File.Exists(verdict))
        {
            return new PackageAnswer(id, IsOfficial: false, IsUnanswered: true, "NuGet left no answer.");
        }

        using var file = File.OpenRead(verdict);
        using var json = JsonDocument.Parse(file);
        if (json.RootElement.GetProperty("success").GetBoolean())
        {
            return new PackageAnswer(id, IsOfficial: true, IsUnanswered: false, "");
        }

        var errors = json.RootElement.GetProperty("logs").EnumerateArray()
            .Where(log => log.GetProperty("level").GetString() == "Error")
            .Select(log => (Code: log.GetProperty("code").GetString()!, Message: log.GetProperty("message").GetString()!))
            .ToArray();
        return new PackageAnswer(
            id,
            IsOfficial: false,
            errors.Any(error => error.Code == "NU1301"),
            errors.Length > 0 ? $"{Words(errors[0].Code, errors[0].Message)} ({errors[0].Code})" : "NuGet gave no reason");
    }

    // NuGet's codes: https://learn.microsoft.com/nuget/reference/errors-and-warnings
    private static string Words(string code, string message) => code switch
    {
        "NU1101" => "no source has it, or something that it needs",
        "NU1102" or "NU1103" => "no source has the version asked for",
        "NU1301" => "a source did not answer",
        _ => FirstSentence(message),
    };


    private static string FirstSentence(string text) =>
        text.Split('\n')[0].Split(". ")[0].TrimEnd('.', '\r');
}
