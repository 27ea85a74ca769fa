using System.Text.Json;

namespace Workshop.Runner.Authoring;

/// <summary>Each known wrong answer is described, and can be made from the solution as it is.</summary>
internal static class MistakeFileRules
{
    public static IEnumerable<Defect> Find(AuthoredLab lab) => lab.MistakeFolders().SelectMany(folder =>
        Problems(lab, folder).Select(problem => new Defect(lab.Workshop.Show(Path.Combine(folder, Mistake.FileName)), problem)));

    private static IReadOnlyList<string> Problems(AuthoredLab lab, string folder)
    {
        try
        {
            return MistakeSources.Of(lab, Mistake.Read(folder)).Problems;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return [$"It cannot be read: {exception.Message}"];
        }
    }
}
