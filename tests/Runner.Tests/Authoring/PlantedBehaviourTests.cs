using Workshop.Runner.Authoring;
using Xunit;

namespace Workshop.Tests.Authoring;

/// <summary>Defects that only a run shows, in the untouched lab, the solution and the known wrong answers.</summary>
public sealed class PlantedBehaviourTests(AuthoredFixture lab) : IClassFixture<AuthoredFixture>, IDisposable
{
    private static readonly string Begun = ReporterLines.Begun("a", "01.1", "Greets");
    private static readonly string[] Passes = [Begun, ReporterLines.Passed("a"), ReporterLines.Finished];
    private static readonly string[] Fails =
        [Begun, ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "status UNKNOWN"), ReporterLines.Finished];

    private static readonly string[] IsNotDoneYet =
        [Begun, ReporterLines.Failed("a", "Workshop.Harness.NotImplementedYetException", "not yet"), ReporterLines.Finished];

    [Fact]
    public async Task An_untouched_lab_that_is_not_done_yet_is_as_it_should_be() => Assert.Empty(await FindInLabAsync(IsNotDoneYet));

    [Fact]
    public async Task A_lab_that_is_solved_before_anybody_touched_it() =>
        Assert.Contains("solved before", Assert.Single(await FindInLabAsync(Passes)).Rule, StringComparison.Ordinal);

    [Fact]
    public async Task An_untouched_lab_that_is_called_wrong()
    {
        var defects = await FindInLabAsync(Fails);

        Assert.Contains(defects, defect => defect.Rule.Contains("'Greets' must end with 'not implemented yet'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_untouched_lab_whose_checks_break_off() =>
        Assert.Contains("cannot be graded", Assert.Single(await FindInLabAsync(Begun)).Rule, StringComparison.Ordinal);

    [Fact]
    public async Task A_solution_that_fails()
    {
        lab.LetMistakesCompile();
        lab.Script(Fails);

        var defects = await GradedRules.FindInSolutionAsync(lab.Lab(), TestContext.Current.CancellationToken);

        Assert.Equal("The solution fails 'Greets': status UNKNOWN", Assert.Single(defects).Rule);
    }

    [Fact]
    public async Task A_mistake_that_fails_what_it_names_is_as_it_should_be() => Assert.Empty(await FindInMistakesAsync(Fails));

    [Fact]
    public async Task A_mistake_that_nothing_fails() => Assert.Equal(
        "It does not fail Greets, which it names.", Assert.Single(await FindInMistakesAsync(Passes)).Rule);

    [Fact]
    public async Task A_check_that_no_mistake_fails()
    {
        lab.WriteMistake("Wrong", "Waves", "status UNKNOWN");

        var defects = await FindInMistakesAsync(Fails);

        Assert.Contains(defects, defect => defect.Rule.StartsWith("No mistake fails Greets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_that_fails_more_than_it_names()
    {
        string[] two = [.. Fails[..2], ReporterLines.Begun("b", "01.1", "Waves"), ReporterLines.Failed("b", "Workshop.Harness.WrongAnswerException", "no"), Fails[2]];

        var defects = await FindInMistakesAsync(two);

        Assert.Equal("It fails Waves, which it does not name.", Assert.Single(defects).Rule);
    }

    [Fact]
    public async Task A_failure_that_does_not_say_what_is_wrong()
    {
        lab.WriteMistake("Wrong", "Greets", "status LOST");

        var defects = await FindInMistakesAsync(Fails);

        Assert.Contains("No check says 'status LOST'", Assert.Single(defects).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_that_shares_a_run_is_not_blamed_for_another_one()
    {
        lab.WriteMistake("Second", "Waves", "status UNKNOWN", """{ "file": "Server/Given.cs", "find": ["given"], "replace": ["taken"] }""");

        var defects = await FindInMistakesAsync(Fails);

        lab.DeleteFolder("tests/01-one/mistakes/Second");
        Assert.Equal(
            ["It fails Greets, which it does not name.", "It does not fail Waves, which it names."], defects.Select(defect => defect.Rule));
        Assert.All(defects, defect => Assert.Equal("tests/01-one/mistakes/Second/mistake.json", defect.File));
    }

    [Fact]
    public async Task A_mistake_that_does_not_compile()
    {
        lab.LetMistakesCompile();
        lab.Write("tests/01-one/mistakes/Worse/Service.cs", "public static class Service {");
        lab.WriteMistake("Worse", "Greets", "status UNKNOWN", edits: "");

        var defects = await FindInMistakesAsync(Fails);

        lab.DeleteFolder("tests/01-one/mistakes/Worse");
        var defect = Assert.Single(defects);
        Assert.Equal("tests/01-one/mistakes/Worse", defect.File);
        Assert.Contains("error CS1513", defect.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_compiled_from_what_its_edit_makes()
    {
        lab.LetMistakesCompile();
        lab.WriteMistake("Wrong", "Greets", "status UNKNOWN", """{ "file": "Service.cs", "find": ["=> 42"], "replace": ["=> Gone"] }""");

        var defect = Assert.Single(await FindInMistakesAsync(Fails));

        Assert.Equal("tests/01-one/mistakes/Wrong", defect.File);
        Assert.Contains("Service.cs(3,33): error CS0103", defect.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_that_was_proved_runs_again_when_something_changes()
    {
        Assert.Empty(await FindInMistakesAsync(Fails));

        // What the checks say of it would be a defect now: nobody asks them.
        Assert.Empty(await FindInMistakesAsync(Passes, provedBefore: true));
        lab.WriteMistake("Wrong", "Greets", "status UNKNOWN", """{ "file": "Service.cs", "find": ["=> 42"], "replace": ["=> 43"] }""");
        Assert.NotEmpty(await FindInMistakesAsync(Passes, provedBefore: true));
        Assert.NotEmpty(await FindInMistakesAsync(Passes, provedBefore: true));
    }

    [Fact]
    public async Task A_solution_that_is_not_formatted()
    {
        Assert.Empty(await FindInFormatAsync());
        var text = await File.ReadAllTextAsync(lab.PathOf("solutions/01-one/Service.cs"), TestContext.Current.CancellationToken);
        lab.Replace("solutions/01-one/Service.cs", "=> 42", "=>42");

        var defect = Assert.Single(await FindInFormatAsync());

        lab.Write("solutions/01-one/Service.cs", text);
        Assert.Equal("solutions/01-one", defect.File);
        Assert.Contains("would change it: Service.cs(3,", defect.Rule, StringComparison.Ordinal);
    }

    /// <summary>The next test starts from a flawless mistake.</summary>
    public void Dispose() => lab.WriteMistake("Wrong", "Greets", "status UNKNOWN");

    private async Task<IReadOnlyList<Defect>> FindInLabAsync(params string[] script)
    {
        lab.Script(script);
        return await GradedRules.FindInLabAsync(lab.Lab(), TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<Defect>> FindInFormatAsync()
    {
        lab.LetMistakesCompile();
        lab.Script(Passes);
        // Its build restores the project.
        await GradedRules.FindInSolutionAsync(lab.Lab(), TestContext.Current.CancellationToken);
        return await FormatRules.FindAsync(lab.Lab().Workshop, [lab.Lab()], TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<Defect>> FindInMistakesAsync(string[] script, bool provedBefore = false)
    {
        // The script is none of the files that a mistake is proved from.
        var proved = lab.PathOf("artifacts/mistakes/01-one.json");
        if (!provedBefore && File.Exists(proved))
        {
            File.Delete(proved);
        }

        lab.LetMistakesCompile();
        lab.Script(script);
        // The mistakes run on what a passing solution has built.
        await GradedRules.FindInSolutionAsync(lab.Lab(), TestContext.Current.CancellationToken);
        using var turns = new Turns(1);
        return await new MistakeRules(lab.Lab(), turns, _ => { }).FindAsync(TestContext.Current.CancellationToken);
    }
}
