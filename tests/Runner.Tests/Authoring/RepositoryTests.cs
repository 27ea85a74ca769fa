using System.Text.Json;
using Xunit;

namespace Workshop.Tests.Authoring;

/// <summary>The grader is graded: <c>dev check</c> on this repository.</summary>
public sealed class RepositoryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Every_lab_can_be_graded()
    {
        var result = await BoundedProcess.RunAsync(
            Repository.Root,
            Limit,
            ["exec", Repository.PathOf("artifacts", "bin", "eng", "runner", "debug", "Runner.dll"), "dev", "check", "--json"],
            ("WORKSHOP_ROOT", Repository.Root));

        Assert.True(result.Output.Length > 0, $"It printed no document, and ended with {result.ExitCode}: {result.Error}");
        var defects = JsonDocument.Parse(result.Output).RootElement.GetProperty("defects").EnumerateArray()
            .Select(defect => $"{defect.GetProperty("file")}: {defect.GetProperty("rule")}");
        Assert.True(!defects.Any(), string.Join('\n', defects));
    }
}
