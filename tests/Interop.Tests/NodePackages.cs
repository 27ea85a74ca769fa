using System.Text.Json;

namespace Workshop.Interop.Tests;

/// <summary>The npm packages that the page installs.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Repository.PathOf("artifacts", "interop", "node_modules");
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<string?>> Missing = new(InstallAsync);

    /// <summary>Installs them.</summary>
    /// <returns>Null, or a sentence that says what is missing.</returns>
    public static Task<string?> MissingAsync() => Missing.Value;

    private static async Task<string?> InstallAsync()
    {
        var command = CommandPage.CommandWith("npm install");
        var wanted = command.Where(word => word.StartsWith('@')).ToList();
        if (wanted.All(IsInstalled))
        {
            return null;
        }

        return await ProgramRun.OfAsync([.. command, "--no-audit", "--no-fund"], Limit) switch
        {
            null => "There is no npm here: install Node.js 20 or later.",
            { ExitCode: 0 } => null,
            var run => $"npm cannot install {string.Join(", ", wanted)} here: {run.Error.Split('\n')[0]}",
        };
    }

    private static bool IsInstalled(string package)
    {
        var at = package.LastIndexOf('@');
        var file = Path.Combine(Folder, package[..at], "package.json");
        return File.Exists(file)
            && JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("version").GetString() == package[(at + 1)..];
    }
}
