using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>Replaces the folders that differ from machine to machine by their names in braces.</summary>
/// <remarks>A replaced folder includes the separator at its end: <c>{ProjectDirectory}Program.cs</c>.</remarks>
internal static class DirectoryScrubber
{
    public static void Apply(StringBuilder text, string sourceFile)
    {
        var folders = new List<(string? Path, string Name)>
        {
            (FindAbove(sourceFile, "*.csproj"), "{ProjectDirectory}"),
            (FindAbove(sourceFile, "*.sln") ?? FindAbove(sourceFile, "*.slnx"), "{SolutionDirectory}"),
            (AppContext.BaseDirectory, "{CurrentDirectory}"),
            (Path.GetTempPath(), "{TempPath}"),
        };

        // The longest first: the solution's folder is part of the project's.
        foreach (var (path, name) in folders.OrderByDescending(folder => folder.Path?.Length))
        {
            if (path is not null)
            {
                // Not in the middle of a longer path: /tmp/ is no part of /var/tmp/.
                var folder = $@"(?<!\w){Regex.Escape(Path.TrimEndingDirectorySeparator(path))}[\\/]";
                var replaced = Regex.Replace(text.ToString(), folder, name);
                text.Clear().Append(replaced);
            }
        }
    }

    private static string? FindAbove(string sourceFile, string pattern)
    {
        for (var folder = Path.GetDirectoryName(sourceFile); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFiles(folder, pattern, new EnumerationOptions()).Any())
            {
                return folder;
            }
        }

        return null;
    }
}
