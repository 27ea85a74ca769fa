using System.Text.Json;
using Workshop.Runner.Grading;
using Workshop.Runner.Labs;
using Workshop.Runner.Screens;
using Xunit;

namespace Workshop.Tests;

public sealed class CheckReportTests
{
    private const string Root = "/ws";

    [Theory]
    [InlineData("NotImplementedYetException", nameof(Verdict.NotImplementedYet))]
    [InlineData("WrongAnswerException", nameof(Verdict.Wrong))]
    [InlineData("TimedOutException", nameof(Verdict.TimedOut))]
    public void A_failure_of_the_harness_is_a_verdict_with_its_own_text(string type, string verdict)
    {
        const string Message = "01.1 Answers: wrong\n\nSent { \"name\": \"Ada\" } ]]> \\ 🦉";

        var check = Single(ReporterLines.Failed("a", $"Workshop.Harness.{type}", Message));

        Assert.Equal(verdict, check.Verdict.ToString());
        Assert.Equal(Message, check.Message);
        Assert.Equal(("01.1", "Answers it", 500), (check.Task, check.Sentence, check.Milliseconds));
    }

    [Fact]
    public void A_control_character_that_the_reporter_does_not_escape_hides_no_failure()
    {
        var failed = ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "stdout ESC[2J").Replace("ESC", "\u001b", StringComparison.Ordinal);

        var check = Single(failed);

        Assert.Equal((Verdict.Wrong, @"stdout \u001b[2J"), (check.Verdict, check.Message));
    }

    [Fact]
    public void A_check_whose_end_is_not_in_a_complete_report_is_no_success()
    {
        var report = CheckReport.Read([ReporterLines.Begun("a", "01.1", "Answers_it"), "{\"$type\":\"test-failed\", cut", ReporterLines.Finished], Root);

        var check = Assert.Single(report.Checks);
        Assert.Equal(Verdict.FaultOfTheGrader, check.Verdict);
        Assert.Contains("its end is not in the report", check.Message, StringComparison.Ordinal);
        Assert.Empty(report.Running);
    }

    [Fact]
    public void What_the_harness_attached_is_the_failure_as_data()
    {
        var failed = ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "01.1 Answers it: wrong");

        var check = Single(failed, ReporterLines.Attached("a", """
            {
              "task": "01.1", "sentence": "Answers it", "verdict": "wrong", "todo": { "id": "01.1", "file": "labs/01-one/A.cs", "line": 7 },
              "read": ["README.md"], "conversation": [{ "sent": true, "text": "call\u001b" }], "omitted": 2,
              "difference": { "line": 3, "expected": "this", "received": "that" }, "next": "Mend it.", "log": ["INF"], "later": true
            }
            """));

        Assert.Equal(("01.1 Answers it: wrong", Verdict.Wrong), (check.Message, check.Verdict));
        Assert.Equal((true, "call\u001b"), (check.Failure!.Conversation[0].Sent, check.Failure.Conversation[0].Text));
        Assert.Equal(("this", "that", 7), (check.Failure.Difference!.Expected, check.Failure.Difference.Received, check.Failure.Todo.Line));
        var shown = FailureText.Of(new LabResult(
            new Lab("01-one", "One", null, []), [new TaskResult(new("01.1", "First"), [check], check.Verdict, check.Message, check.Failure)], null));
        Assert.Equal(
            [
                "01.1 Answers it: wrong", "", "Sent (>) and received (<):", "  (2 lines before these)", @"  > call\u001b", "",
                "First difference, in line 3:", "  expected   this", "  received   that", "",
                "Task   TODO 01.1 in labs/01-one/A.cs, line 7", "Next   Mend it.", "Read   README.md", "", "The log of your server:", "  INF",
            ],
            shown.Whole);
    }

    [Fact]
    public void What_the_harness_leaves_out_as_null_can_be_read()
    {
        var failure = new FailureReport("01.1", "Answers it", Verdict.Wrong, new("01.1", "labs/01-one/A.cs"), [])
        {
            Conversation = [new(Sent: false, "status      OK")],
            Difference = new(1, "this", "that"),
        };

        var check = Single(
            ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "01.1 Answers it: wrong"),
            ReporterLines.Attached("a", JsonSerializer.Serialize(failure, FailureReport.Json)));

        Assert.Equal(failure.ToText(), check.Failure!.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("""{ "task": "01.1" }""")]
    [InlineData("""{ "verdict": "unheard of" }""")]
    [InlineData("null")]
    public void An_attachment_that_cannot_be_read_leaves_the_message(string attached)
    {
        var check = Single(
            ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "01.1 Answers it: wrong"), ReporterLines.Attached("a", attached));

        Assert.Null(check.Failure);
        Assert.Equal("01.1 Answers it: wrong", check.Message);
    }

    [Fact]
    public void A_check_that_passed_is_done() =>
        Assert.Equal((Verdict.Done, "", 12), Parts(Single(ReporterLines.Passed("a"))));

    [Fact]
    public void Any_other_exception_is_a_fault_of_the_workshop_with_its_place()
    {
        var check = Single(ReporterLines.Failed(
            "a", "System.InvalidOperationException", "boom", "   at X() in /ws/tests/01-one/A.cs:line 7\n   at Y() in /_/src/z.cs:line 1"));

        Assert.Equal(Verdict.FaultOfTheGrader, check.Verdict);
        Assert.Contains("a fault of the workshop, not of your answer", check.Message, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: boom\nin tests/01-one/A.cs, line 7", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_that_a_terminal_would_obey_are_spelled_out() =>
        Assert.Equal(@"a\u001b[31mb", Single(ReporterLines.Failed("a", "Workshop.Harness.WrongAnswerException", "a\u001b[31mb")).Message);

    [Fact]
    public void A_message_is_found_behind_what_a_program_printed_and_a_cut_one_is_left_out()
    {
        var report = CheckReport.Read(
            [ReporterLines.Begun("a", "01.1", "A"), $"printed{ReporterLines.Passed("a")}", """{"$type":"test-pas"""], Root);

        Assert.Single(report.Checks);
    }

    [Fact]
    public void A_report_without_its_end_names_the_check_that_was_running()
    {
        var report = CheckReport.Read(
            [ReporterLines.Begun("a", "01.1", "A"), ReporterLines.Passed("a"), ReporterLines.Begun("b", "01.2", "It_hangs")], Root);

        Assert.False(report.IsComplete);
        Assert.Equal("It hangs", Assert.Single(report.Running).Sentence);
    }

    [Fact]
    public void A_task_has_ended_when_its_class_has_or_a_later_task_of_the_class_was_begun()
    {
        var report = CheckReport.Read(
            [
                ReporterLines.Begun("a", "01.1", "A", "one"), ReporterLines.Begun("c", "01.3", "C", "two"), ReporterLines.Passed("a"),
                ReporterLines.Begun("b", "01.2", "B", "one"), ReporterLines.Passed("c"), ReporterLines.Begun("d", "01.4", "D", "three"),
                ReporterLines.Passed("d"), ReporterLines.ClassFinished("three"),
            ],
            Root);

        // 01.3 may have a check that nobody has seen yet.
        Assert.Equal([true, false, false, true], Enumerable.Range(1, 4).Select(task => report.HasEnded($"01.{task}")));
        Assert.Equal("01.2", Assert.Single(report.Running).Task);
    }

    private static CheckResult Single(params string[] end)
    {
        var report = CheckReport.Read([ReporterLines.Begun("a", "01.1", "Answers_it"), .. end, ReporterLines.Finished], Root);
        Assert.True(report.IsComplete);
        return Assert.Single(report.Checks);
    }

    private static (Verdict Verdict, string Message, int Milliseconds) Parts(CheckResult check) =>
        (check.Verdict, check.Message, check.Milliseconds);
}
