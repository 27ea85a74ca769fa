using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace VerifyTests;

/// <summary>Replaces the folders that differ from machine to machine by their names in braces.</summary>
/// <remarks>A replaced folder includes the separator at its end: <c>{ProjectDirectory}Program.cs</c>.</remarks>
internal static class DirectoryScrubber
{
    public static void Apply(StringBuilder text, Assembly tests)
    {
        var folders = new List<(string? Path, string Name)>
        {
            (Attribute(tests, "Verify.ProjectDirectory") ?? throw NoProjectDirectory(tests), "{ProjectDirectory}"),
            (Attribute(tests, "Verify.SolutionDirectory"), "{SolutionDirectory}"),
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

    // The build assets write these attributes.
    private static string? Attribute(Assembly tests, string key) =>
        tests.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == key)?.Value;

    private static InvalidOperationException NoProjectDirectory(Assembly tests) =>
        new($"{tests.GetName().Name} has no assembly metadata Verify.ProjectDirectory, so its paths cannot be scrubbed. "
            + "The build assets of Verify write it: the test project must have Verify.XunitV3, itself or through a "
            + "project that it refers to, and must have been restored before it was built.");
}
