using Workshop.Runner.Grading;
using Xunit;

namespace Workshop.Tests;

public sealed class GraderTests(FixtureWorkshop workshop) : IClassFixture<FixtureWorkshop>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] FirstTaskDone =
        [ReporterLines.Begun("a", "01.1", "A"), ReporterLines.Passed("a")];

    [Fact]
    public async Task Each_task_has_the_verdict_of_its_first_failed_check()
    {
        workshop.Script(
        [
            .. FirstTaskDone,
            ReporterLines.Begun("b", "01.2", "B"),
            ReporterLines.Passed("b"),
            ReporterLines.Begun("c", "01.2", "C"),
            ReporterLines.Failed("c", "Workshop.Harness.WrongAnswerException", "no"),
            ReporterLines.Begun("d", "01.3", "D"),
            ReporterLines.Failed("d", "Workshop.Harness.NotImplementedYetException", "not yet"),
            ReporterLines.Finished,
        ]);

        var result = await workshop.GradeAsync(Limit);

        Assert.Equal([Verdict.Done, Verdict.Wrong, Verdict.NotImplementedYet], result.Tasks.Select(task => task.Verdict));
        Assert.Equal((Verdict.Wrong, "no", 1), (result.Verdict, result.Message, result.Counts.Done));
    }

    [Fact]
    public async Task A_task_that_no_check_grades_is_a_fault_of_the_workshop()
    {
        workshop.Script([.. FirstTaskDone, ReporterLines.Finished]);

        var result = await workshop.GradeAsync(Limit);

        Assert.Equal(Verdict.FaultOfTheGrader, result.Tasks[1].Verdict);
        Assert.False(result.Passed);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_and_its_task_timed_out()
    {
        workshop.Script([.. FirstTaskDone, ReporterLines.Begun("b", "01.2", "It_waits"), "HANG"]);

        var result = await workshop.GradeAsync(TimeSpan.FromSeconds(3));

        Assert.Equal([Verdict.Done, Verdict.TimedOut, Verdict.NotChecked], result.Tasks.Select(task => task.Verdict));
        Assert.Contains("01.2 It waits: timed out", result.Message, StringComparison.Ordinal);
        Assert.Contains("within 3 s", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_exits_is_said_to_have_crashed_with_the_last_that_it_said()
    {
        workshop.Script([.. FirstTaskDone, ReporterLines.Begun("b", "01.2", "B"), "my last words", "EXIT"]);

        var result = await workshop.GradeAsync(Limit);

        Assert.Equal(Verdict.Crashed, result.Verdict);
        Assert.Contains("exit code 7", result.Message, StringComparison.Ordinal);
        Assert.Contains("  my last words", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_overflow_leaks_no_stack_trace()
    {
        workshop.Script("OVERFLOW");

        var result = await workshop.GradeAsync(Limit);

        Assert.Equal(Verdict.Crashed, result.Verdict);
        Assert.Contains("Stack overflow", result.Message, StringComparison.Ordinal);
        Assert.True(result.Message.Split('\n').Length < 20, result.Message);
    }

    [Fact]
    public async Task Ten_megabytes_of_output_hide_no_verdict()
    {
        workshop.Script([.. FirstTaskDone, "FLOOD", ReporterLines.Begun("b", "01.2", "B"), ReporterLines.Passed("b"), ReporterLines.Finished]);

        var result = await workshop.GradeAsync(Limit);

        Assert.Equal([Verdict.Done, Verdict.Done], result.Tasks.Take(2).Select(task => task.Verdict));
    }
}
