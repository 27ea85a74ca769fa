using Workshop.Runner;
using Workshop.Runner.Diagnosis;
using Xunit;

namespace Workshop.Tests;

/// <summary>Whose the reason is that a build failed, by real builds, and that doctor says so too. BuildJudgeTests know more
/// reasons.</summary>
public sealed class BuildFailureTests(GivenWorkshop workshop) : IClassFixture<GivenWorkshop>, IDisposable
{
    private const string NotTheStudents = "The workshop itself does not build here. This is no mistake of yours.";

    [Fact]
    public async Task A_harness_that_does_not_compile_is_the_workshops()
    {
        workshop.Bring(GivenWorkshop.Harness, "Package.Number", "Package.Missing");

        var message = await RefusalAsync();
        var finding = await ExamineAsync();

        Assert.StartsWith($"{NotTheStudents} The first error, in the project tests/Harness/Harness.csproj:", message, StringComparison.Ordinal);
        Assert.Contains("  tests/Harness/LabCheck.cs, line 5, column 54\n  CS0117: ", message, StringComparison.Ordinal);
        Assert.EndsWith("`dotnet workshop.cs doctor` looks for the reason.", message, StringComparison.Ordinal);
        Assert.Equal(Level.Problem, finding.Level);
        Assert.StartsWith(NotTheStudents, finding.Text, StringComparison.Ordinal);
        Assert.Contains("CS0117", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("doctor", finding.Text + finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_that_do_not_compile_either_with_the_lab_as_it_came_are_the_workshops()
    {
        workshop.Bring(GivenWorkshop.Checks, "LabCheck.Number", "LabCheck.Missing");
        workshop.Change(GivenWorkshop.Lab, "=> 0;", "=> 1;");

        var message = await RefusalAsync();

        Assert.StartsWith($"{NotTheStudents} The first error, in the project tests/01-one/One.Tests.csproj:", message, StringComparison.Ordinal);
        Assert.Contains("  tests/01-one/OneChecks.cs, line 1, column ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_does_not_come_is_of_the_environment()
    {
        workshop.Bring(GivenWorkshop.HarnessProject, "<ItemGroup>", "<ItemGroup><PackageReference Include=\"No.Such.Package\" Version=\"1.0.0\" />");

        var message = await RefusalAsync();

        Assert.StartsWith("The checks of lab 01-one could not be built: ", message, StringComparison.Ordinal);
        Assert.Contains("NU1", message, StringComparison.Ordinal);
        Assert.Contains("check the network and the package sources", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_builds_the_harness_and_the_checks_that_were_begun_and_nothing_where_a_build_cannot_work()
    {
        await workshop.CheckAsync();

        var built = await ExamineAsync();
        var notTried = await ExamineAsync(Finding.Problem("Disk", "0.0 GB free", "Free some space."));

        Assert.Equal((Level.Ok, "the harness, the checks of lab 01: built without an error"), (built.Level, built.Text));
        Assert.Equal(Level.Note, notTried.Level);
    }

    public void Dispose() => workshop.Restore();

    private async Task<string> RefusalAsync()
    {
        var refusal = await Assert.ThrowsAsync<WorkshopException>(workshop.CheckAsync);
        Assert.Equal(ExitCode.EnvironmentProblem, refusal.ExitCode);
        return refusal.Message;
    }

    private Task<Finding> ExamineAsync(params Finding[] before) =>
        BuildDiagnosis.ExamineAsync(workshop.Workshop, before, TestContext.Current.CancellationToken);
}
