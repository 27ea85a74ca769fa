using System.Diagnostics;
using System.Text.Json;
using Workshop.Tests;

namespace Workshop.Schema.Tests.Changes;

/// <summary>The gate says of each change what <c>buf breaking</c> says, rule id by rule id.</summary>
public sealed class BufTests
{
    private const string Version = "1.75.0";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_gate_and_buf_break_the_same_rules()
    {
        var buf = await FindAsync();
        Assert.SkipWhen(buf is null, "buf is not here: it comes by npm, which needs Node.");
        var folder = Directory.CreateTempSubdirectory("workshop-buf-");
        try
        {
            Verdicts.Write("before", Path.Combine(folder.FullName, "before"));
            Verdicts.Write("after", Path.Combine(folder.FullName, "after"));
            var differences = new List<string>();
            foreach (var (category, name) in Verdicts.Categories)
            {
                var theirs = await JudgeAsync(buf!, folder.FullName, name);
                foreach (var change in Change.All)
                {
                    var (ours, their) = (string.Join(' ', await Verdicts.OfGateAsync(change, category)), string.Join(' ', theirs[change.Folder].Distinct().Order(StringComparer.Ordinal)));
                    differences.AddRange(ours == their ? [] : [$"{name} {change.Folder}: gate '{ours}', buf '{their}'"]);
                }
            }

            Assert.Empty(differences);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One line of JSON for each finding.
    private static async Task<ILookup<string, string>> JudgeAsync(string buf, string folder, string category)
    {
        var config = $$$"""{"version":"v2","breaking":{"use":["{{{category}}}"]}}""";
        var (_, output) = await RunAsync(buf, ["breaking", Path.Combine(folder, "after"), "--against", Path.Combine(folder, "before"), "--config", config, "--error-format", "json"]);
        return output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)
            .ToLookup(finding => FolderOf(finding), finding => finding.GetProperty("type").GetString()!);
    }

    // A package that is gone has no file any longer: the message names the package.
    private static string FolderOf(JsonElement finding) => finding.TryGetProperty("path", out var path)
        ? Path.GetFileName(Path.GetDirectoryName(path.GetString()!))!
        : Change.All.Single(change => finding.GetProperty("message").GetString()!.Contains($"\"r{change.Id}\"", StringComparison.Ordinal)).Folder;

    private static async Task<string?> FindAsync()
    {
        var folder = Repository.PathOf("artifacts", "ci");
        var buf = Path.Combine(folder, "node_modules", ".bin", OperatingSystem.IsWindows() ? "buf.cmd" : "buf");
        if (!File.Exists(buf))
        {
            Directory.CreateDirectory(folder);
            try
            {
                await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, $"@bufbuild/buf@{Version}"]);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return null;
            }
        }

        return File.Exists(buf) && (await RunAsync(buf, ["--version"])).Output.Trim() == Version ? buf : null;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        try
        {
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
