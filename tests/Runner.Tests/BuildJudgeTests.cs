using Workshop.Runner.Grading;
using Xunit;

namespace Workshop.Tests;

/// <summary>Whose the reason is that a build failed, by the lines that a build prints. BuildFailureTests build for real.</summary>
public sealed class BuildJudgeTests(GivenWorkshop workshop) : IClassFixture<GivenWorkshop>, IDisposable
{
    private const string NotTheStudents = "The workshop itself does not build here. This is no mistake of yours.";

    [Fact]
    public async Task A_stand_in_that_does_not_compile_is_the_workshops_whatever_else_is_wrong()
    {
        workshop.Change(GivenWorkshop.Lab, "=> 0;", "=> 0");

        var failure = await JudgeAsync(
            Error(GivenWorkshop.Lab, "labs/01-one/One.csproj"), Error(GivenWorkshop.StandIn, "eng/standins/Some.Package/Some.Package.csproj"));

        Assert.Equal(Culprit.Workshop, failure.Culprit);
        Assert.StartsWith(
            $"{NotTheStudents} The first error, in the project eng/standins/Some.Package/Some.Package.csproj:", failure.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Create(", "Make(")]
    [InlineData("string[] args", "string[] args, int port")]
    public async Task Checks_that_compile_with_the_lab_as_it_came_are_the_students(string from, string to)
    {
        workshop.Change(GivenWorkshop.Lab, from, to);

        var failure = await JudgeAsync(Error(GivenWorkshop.Checks, "tests/01-one/One.Tests.csproj"));

        Assert.Equal(Culprit.Student, failure.Culprit);
        Assert.Contains("  tests/01-one/OneChecks.cs, line 5, column 54\n", failure.What, StringComparison.Ordinal);
        Assert.Contains("The checks use a name that is no longer there", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_that_do_not_compile_with_the_lab_as_it_came_either_are_the_workshops()
    {
        workshop.Change(GivenWorkshop.Lab, "=> 0;", "=> 1;");

        var failure = await JudgeAsync(buildsAsItCame: false, Error(GivenWorkshop.Checks, "tests/01-one/One.Tests.csproj"));

        Assert.Equal(Culprit.Workshop, failure.Culprit);
    }

    [Fact]
    public async Task Checks_of_a_lab_that_nobody_changed_are_the_workshops()
    {
        var failure = await JudgeAsync(Error(GivenWorkshop.Checks, "tests/01-one/One.Tests.csproj"));

        Assert.Equal(Culprit.Workshop, failure.Culprit);
        Assert.StartsWith($"{NotTheStudents} The first error, in the project tests/01-one/One.Tests.csproj:", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_does_not_compile_is_the_students()
    {
        workshop.Change(GivenWorkshop.Lab, "=> 0;", "=> 0");

        var failure = await JudgeAsync(Error(GivenWorkshop.Lab, "labs/01-one/One.csproj"));

        Assert.Equal(Culprit.Student, failure.Culprit);
        Assert.StartsWith("Lab 01 does not compile. The first error:\n\n  labs/01-one/OneApp.cs, line 5, column ", failure.What, StringComparison.Ordinal);
        Assert.DoesNotContain("doctor", failure.What, StringComparison.Ordinal);
        Assert.DoesNotContain("belongs to the checks", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_protoc_refuses_is_shown_with_its_place_protocs_words_and_what_to_do()
    {
        workshop.Change(GivenWorkshop.Lab, "=> 0;", "=> 1;");

        var failure = await JudgeAsync($"items.proto(39,3): error : Expected \";\". [{workshop.Workshop.PathOf("labs", "01-one", "One.csproj")}]");

        Assert.Equal(Culprit.Student, failure.Culprit);
        Assert.StartsWith(
            "Lab 01 does not compile. The first error:\n\n  labs/01-one/items.proto, line 39, column 3\n  Expected \";\".\n", failure.What, StringComparison.Ordinal);
        Assert.Contains("These are the words of protoc", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lab_that_nobody_changed_and_that_does_not_compile_is_sent_to_doctor()
    {
        var failure = await JudgeAsync(Error(GivenWorkshop.Lab, "labs/01-one/One.csproj"));

        Assert.Equal(Culprit.Student, failure.Culprit);
        Assert.Contains("`dotnet workshop.cs doctor`", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_harness_that_the_student_changed_is_the_students()
    {
        workshop.Change(GivenWorkshop.Harness, "Package.Number;", "Package.Number");

        var failure = await JudgeAsync(Error(GivenWorkshop.Harness, GivenWorkshop.HarnessProject));

        Assert.Equal(Culprit.Student, failure.Culprit);
        Assert.Contains("This file belongs to the checks, and it was changed or added here.", failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_names_no_error_is_of_the_environment_and_shows_its_last_lines()
    {
        var failure = await JudgeAsync("the last line");

        Assert.Equal(Culprit.Environment, failure.Culprit);
        Assert.EndsWith("  the last line", failure.What, StringComparison.Ordinal);
    }

    public void Dispose() => workshop.Restore();

    private string Error(string file, string project) =>
        $"{Path.Combine(workshop.Workshop.Root, file)}(5,54): error CS0117: what is wrong [{Path.Combine(workshop.Workshop.Root, project)}]";

    private Task<BuildFailure> JudgeAsync(params string[] output) => JudgeAsync(buildsAsItCame: true, output);

    private Task<BuildFailure> JudgeAsync(bool buildsAsItCame, params string[] output) => new BuildJudge(workshop.Workshop).JudgeAsync(
        "The checks of lab 01-one", output, workshop.Workshop.Find("1"), () => Task.FromResult(buildsAsItCame));
}
