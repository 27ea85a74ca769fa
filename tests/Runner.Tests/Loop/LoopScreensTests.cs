using System.Text.RegularExpressions;
using Workshop.Runner.Grading;
using Workshop.Runner.Loop;
using Xunit;

namespace Workshop.Tests;

public sealed class LoopScreensTests
{
    private static readonly FailureReport Failure = new(
        "01.1", "It answers", Verdict.Wrong, new("01.1", "labs/01-one/Answer.cs", 3), ["labs/01-one/README.md, task 01.1", "docs/01-one.md"])
    {
        Conversation = [.. Enumerable.Range(1, 12).Select(line => new FailureReport.Message(Sent: false, $"message   {line}"))],
        Difference = new(12, "this", "that"),
        Next = "Do it in another way, and mind that this sentence is longer than eighty columns.",
        Log = [.. Enumerable.Range(1, 30).Select(line => $"{line} a line of the log")],
    };

    [Fact]
    public void The_welcome_is_shown_once()
    {
        using var loop = new LoopFixture(welcomed: false);
        loop.Machine.Begin();
        Assert.Equal("Welcome to the gRPC workshop", loop.Screen()[0]);

        loop.End("01", Verdict.Wrong, Verdict.Wrong);
        Assert.Equal(LoopView.Welcome, loop.Model.View);
        loop.Press(" ");

        Assert.Equal(LoopView.Result, loop.Model.View);
        Assert.True(loop.Progress.Read().Welcomed);
    }

    [Fact]
    public void The_first_build_of_a_lab_is_said_to_take_long_and_no_later_one()
    {
        const string Long = "takes up to a minute";
        using var loop = new LoopFixture();
        loop.Machine.Begin();
        Assert.Contains(loop.Screen(), line => line.Contains(Long, StringComparison.Ordinal));

        using var later = new LoopFixture(wasBuilt: true);
        later.Machine.Begin();
        Assert.DoesNotContain(later.Screen(), line => line.Contains(Long, StringComparison.Ordinal));
    }

    [Fact]
    public void In_80_by_24_the_important_part_of_a_failure_is_seen()
    {
        using var loop = new LoopFixture();
        Fail(loop);

        var screen = loop.Screen();

        Assert.True(screen.Count <= 24, $"{screen.Count} lines");
        Assert.All(screen, line => Assert.True(line.Length <= 80, line));
        Assert.Contains("  received   that", screen);
        Assert.Contains("  < message   12", screen);
        Assert.Contains("Log    30 lines of your server's log: press a", screen);
        Assert.Contains(screen, line => line.StartsWith("Task   ", StringComparison.Ordinal));
        Assert.Contains(screen, line => line.StartsWith("       columns.", StringComparison.Ordinal));
        Assert.StartsWith("r run  h hint  a all", screen[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void In_80_by_24_the_first_difference_is_seen_with_the_lines_around_it()
    {
        using var loop = new LoopFixture();
        Fail(loop, Failure with
        {
            Conversation = [.. Enumerable.Range(20, 30).Select(line => new FailureReport.Message(Sent: false, $"message   {line}"))],
            Omitted = 19,
            OmittedAfter = 11,
            Difference = new(34, "this", "message   34", 14),
        });

        var screen = loop.Screen();

        Assert.True(screen.Count <= 24, $"{screen.Count} lines");
        Assert.Contains("First difference, in line 34:", screen);
        Assert.Contains("  < message   33", screen);
        Assert.Contains("  < message   34", screen);
        Assert.Contains("  < message   35", screen);
        Assert.Contains(screen, line => Regex.IsMatch(line, @"^  \(\d\d lines before these, \d\d after: press a\)$"));
        loop.Press("a");
        Assert.Contains("  (19 lines before these, 11 after)", loop.Screen(200));
    }

    [Fact]
    public void The_key_a_shows_all_of_it()
    {
        using var loop = new LoopFixture();
        Fail(loop);

        loop.Press("a");

        Assert.Contains("  30 a line of the log", loop.Screen(200));
        Assert.Contains("  < message   1", loop.Screen(200));
        Assert.DoesNotContain("scroll", loop.Screen(200)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_longer_than_the_window_begins_at_its_top_and_scrolls()
    {
        using var loop = new LoopFixture();
        Fail(loop);

        loop.Press("a");
        var top = loop.Screen();
        Assert.True(top.Count <= 24, $"{top.Count} lines");
        Assert.StartsWith("[---", top[0], StringComparison.Ordinal);
        Assert.StartsWith("(lines 1 to 21 of ", top[^3], StringComparison.Ordinal);
        Assert.StartsWith("up/down, space scroll  b back", top[^1], StringComparison.Ordinal);

        loop.Press("down");
        Assert.Equal(top[1], loop.Screen()[0]);
        loop.Press("up");
        loop.Press("up");
        Assert.Equal(top, loop.Screen());
        loop.Press(" ");
        Assert.StartsWith("(lines 22 to 42 of ", loop.Screen()[^3], StringComparison.Ordinal);

        for (var i = 0; i < 9; i++)
        {
            loop.Press("page down");
            loop.Screen();
        }

        var end = loop.Screen();
        Assert.Equal("  30 a line of the log", end[^4]);
        loop.Press("up");
        Assert.Equal(end[0], loop.Screen()[1]);
        loop.Press("b");
        loop.Press("a");
        Assert.Equal(top, loop.Screen());
    }

    [Fact]
    public void The_key_a_is_offered_only_where_something_is_hidden()
    {
        using var loop = new LoopFixture();
        Fail(loop, Failure with { Conversation = [], Log = [] });
        Assert.DoesNotContain("a all", loop.Screen()[^1], StringComparison.Ordinal);

        Fail(loop);
        Assert.Contains("a all", loop.Screen()[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("a all", loop.Screen(200)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_is_done_there_is_no_hint_to_give()
    {
        using var loop = new LoopFixture();
        loop.Machine.Begin();
        loop.Pass("01-one");

        loop.Press("h");

        Assert.Contains("Lab 01 is done. For a hint of one of its tasks, name it: dotnet workshop.cs hint", loop.Screen());
        Assert.Empty(loop.Progress.Read().Hints);
    }

    [Fact]
    public void A_message_that_no_screen_holds_is_cut_before_the_prompt()
    {
        using var loop = new LoopFixture();
        loop.Machine.Begin();
        loop.Machine.Handle(new LoopEvent.Failed(string.Join('\n', Enumerable.Range(1, 100))));

        var screen = loop.Screen();

        Assert.True(screen.Count <= 24, $"{screen.Count} lines");
        Assert.Contains("(There is more: a shows all.)", screen);
    }

    [Fact]
    public void The_wheel_turns_on_the_last_line_alone()
    {
        using var loop = new LoopFixture();
        loop.Machine.Begin();
        loop.Pass(100);
        var before = loop.Screen();

        loop.Pass(3_000);

        Assert.Equal(before.SkipLast(1), loop.Screen().SkipLast(1));
        Assert.Contains("Checking lab 01, 3 s", loop.Screen()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hint_is_one_more_each_time()
    {
        using var loop = new LoopFixture();
        loop.Machine.Begin();
        loop.End("01", Verdict.Wrong, Verdict.Wrong);

        loop.Press("h");
        Assert.Contains("Hint 1 of 2 for task 01.1", loop.Screen());
        Assert.DoesNotContain("Hint 2 of 2 for task 01.1", loop.Screen());
        loop.Press("h");

        Assert.Contains("Read docs/01-one.md#idea.", loop.Screen());
        Assert.DoesNotContain("next hint", loop.Screen()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_solution_of_a_lab_that_is_not_done_is_shown_after_a_question()
    {
        using var loop = new LoopFixture();
        loop.Write("solutions/01-one/Answer.cs", "// theirs\n");
        loop.Machine.Begin();
        loop.End("01", Verdict.Wrong, Verdict.Wrong);

        loop.Press("d");
        Assert.DoesNotContain("+// theirs", loop.Screen());
        loop.Press("y");

        Assert.Contains("-// mine", loop.Screen());
        Assert.Contains("+// theirs", loop.Screen());
    }

    [Fact]
    public void Where_the_workshop_came_without_solutions_the_key_is_not_offered_and_says_why()
    {
        using var loop = new LoopFixture();
        loop.Machine.Begin();
        loop.End("01", Verdict.Wrong, Verdict.Wrong);
        Assert.DoesNotContain("d diff", loop.Screen()[^1], StringComparison.Ordinal);

        loop.Press("d");

        Assert.Contains("This workshop came without solutions, so there is none of lab 01. Ask whoever", string.Join('\n', loop.Screen()), StringComparison.Ordinal);
        loop.Pass("01");
        Assert.Contains("The README has ideas for more.", loop.Screen());
    }

    [Fact]
    public void A_reset_asks_first_and_u_takes_it_back()
    {
        using var loop = new LoopFixture();
        new Runner.Copies.PristineCopy(loop.Workshop).MakeWhereAbsent();
        loop.Write("labs/01-one/Answer.cs", "// answered\n");
        loop.Machine.Begin();
        loop.End("01", Verdict.Wrong, Verdict.Wrong);

        loop.Press("x");
        loop.Press("n");
        Assert.Equal("// answered\n", loop.Read("labs/01-one/Answer.cs"));
        loop.Press("x");
        loop.Press("y");
        Assert.Equal("// mine\n", loop.Read("labs/01-one/Answer.cs"));
        loop.Press("u");

        Assert.Equal("// answered\n", loop.Read("labs/01-one/Answer.cs"));
    }

    private static void Fail(LoopFixture loop, FailureReport? failure = null)
    {
        failure ??= Failure;
        loop.Machine.Begin();
        var lab = loop.Model.Current;
        loop.Machine.Handle(new LoopEvent.Graded(new LabResult(
            lab,
            [new TaskResult(lab.Tasks[0], [], Verdict.Wrong, failure.ToText(), failure), new TaskResult(lab.Tasks[1], [], Verdict.NotImplementedYet, "not yet")],
            Problem: null)));
    }
}
