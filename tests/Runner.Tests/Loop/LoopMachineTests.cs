using Workshop.Runner.Grading;
using Workshop.Runner.Loop;
using Xunit;

namespace Workshop.Tests;

public sealed class LoopMachineTests : IDisposable
{
    private readonly LoopFixture _loop = new();

    public LoopMachineTests() => _loop.Machine.Begin();

    [Fact]
    public void The_start_checks_the_first_lab_that_is_not_done()
    {
        Assert.Equal(["start 01-one"], _loop.Started);
    }

    [Fact]
    public void A_save_is_checked_at_once_and_again_from_the_start_for_each_further_event_of_it()
    {
        _loop.End("01", Verdict.Wrong, Verdict.NotImplementedYet);
        _loop.Run.Calls.Clear();

        for (var i = 0; i < 3; i++)
        {
            _loop.Machine.Handle(new LoopEvent.Saved("labs/01-one/Answer.cs"));
            _loop.Pass(40);
        }

        Assert.Equal(["start 01-one", "end", "start 01-one", "end", "start 01-one"], _loop.Run.Calls);

        _loop.Pass(1_000);
        _loop.End("01", Verdict.Wrong, Verdict.NotImplementedYet);
        Assert.Equal(5, _loop.Run.Calls.Count);
    }

    [Fact]
    public void A_save_of_several_files_before_the_finish_goes_on_with_the_lab_that_is_checked()
    {
        PassAllAndFinish();
        _loop.Machine.Handle(new LoopEvent.Saved("labs/03-three/Answer.cs"));

        Assert.Equal(["start 01-one", "end", "start 01-one"], _loop.Run.Calls[^3..]);

        _loop.Pass("01-one");
        _loop.Pass("02-two");
        _loop.Pass("03-three");
        Assert.Equal(LoopView.Finished, _loop.Model.View);
    }

    [Fact]
    public void Saves_during_a_run_cause_exactly_one_more()
    {
        _loop.Pass(100);
        _loop.Save("labs/01-one/Answer.cs");
        _loop.Save("labs/01-one/Answer.cs");
        _loop.Save("labs/01-one/items.proto");
        _loop.Save("protos/workshop/one.proto");
        Assert.Single(_loop.Started);

        _loop.End("01", Verdict.Wrong, Verdict.NotImplementedYet);
        Assert.Equal(2, _loop.Started.Count());

        _loop.End("01", Verdict.Wrong, Verdict.NotImplementedYet);
        _loop.Pass(1_000);
        Assert.Equal(2, _loop.Started.Count());
        Assert.DoesNotContain("end", _loop.Run.Calls.Skip(2));
    }

    [Theory]
    [InlineData("labs/02-two/Answer.cs")]
    [InlineData("labs/01-one/README.md")]
    [InlineData("labs/01-one/obj/project.assets.json")]
    [InlineData("labs/01-one/.Answer.cs.swp")]
    [InlineData("labs/01-one/4913")]
    [InlineData("solutions/01-one/Answer.cs")]
    public void What_is_saved_elsewhere_steals_no_screen(string path)
    {
        _loop.End("01", Verdict.Wrong, Verdict.NotImplementedYet);
        var before = _loop.Screen();

        _loop.Save(path);

        Assert.Single(_loop.Started);
        Assert.Equal(before, _loop.Screen());
    }

    [Fact]
    public void A_lab_that_passes_stays_until_n_is_pressed()
    {
        _loop.End("01", Verdict.Wrong, Verdict.Done);
        Assert.DoesNotContain("next lab", _loop.Screen()[^1], StringComparison.Ordinal);
        _loop.Press("n");
        Assert.Equal("01-one", _loop.Model.Current.Slug);

        _loop.Press("r");
        _loop.Pass("01-one");
        Assert.Equal("01-one", _loop.Model.Current.Slug);
        Assert.StartsWith("n next lab", _loop.Screen()[^1], StringComparison.Ordinal);

        _loop.Press("n");
        Assert.Equal("02-two", _loop.Model.Current.Slug);
        Assert.Equal("start 02-two", _loop.Run.Calls[^1]);
        Assert.Equal("02-two", _loop.Progress.Read().Current);
    }

    [Fact]
    public void A_lab_whose_core_is_done_is_left_by_n_alone()
    {
        _loop.End("01-one", Verdict.Done, Verdict.Wrong);
        Assert.Equal("01-one", _loop.Model.Current.Slug);
        Assert.Contains("Lab 01: one  core done, 0 of 1 production tasks", _loop.Screen());
        Assert.StartsWith("n next lab", _loop.Screen()[^1], StringComparison.Ordinal);

        _loop.Press("n");

        Assert.Equal("start 02-two", _loop.Run.Calls[^1]);
    }

    [Fact]
    public void After_all_cores_n_leads_to_the_production_tasks_that_are_left()
    {
        _loop.LeaveCoreDone("02-two");
        _loop.Pass("01-one");
        _loop.Press("n");
        Assert.Equal("03-three", _loop.Model.Current.Slug);

        _loop.Pass("03-three");
        _loop.Press("n");
        Assert.Equal("02-two", _loop.Model.Current.Slug);
        _loop.End("02-two", Verdict.Done, Verdict.NotImplementedYet);

        Assert.DoesNotContain("n ", _loop.Screen()[^1].Split("  "), StringComparer.Ordinal);
        Assert.StartsWith("r run", _loop.Screen()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Quitting_during_a_build_ends_the_build()
    {
        Assert.False(_loop.Press("q"));

        Assert.Equal("end", _loop.Run.Calls[^1]);
    }

    [Fact]
    public void Going_to_another_lab_ends_the_run_of_this_one()
    {
        _loop.Press("l");
        _loop.Press("down");
        _loop.Press("enter");

        Assert.Equal(["end", "start 02-two"], _loop.Run.Calls[^2..]);
    }

    [Fact]
    public void Before_the_finish_every_lab_is_checked_again()
    {
        PassAllAndFinish();
        _loop.Pass("01-one");
        _loop.Pass("02-two");
        Assert.NotEqual(LoopView.Finished, _loop.Model.View);
        _loop.Pass("03-three");

        Assert.Equal(["start 01-one", "start 02-two", "start 03-three"], _loop.Run.Calls[^3..]);
        Assert.Equal(LoopView.Finished, _loop.Model.View);
    }

    [Fact]
    public void A_lab_that_fails_again_before_the_finish_is_the_current_one()
    {
        PassAllAndFinish();

        _loop.End("01-one", Verdict.Wrong, Verdict.Done);

        Assert.Equal("01-one", _loop.Model.Current.Slug);
        Assert.Contains("Lab 01 was done, and it is not any more.", _loop.Screen());
        Assert.Null(_loop.Model.Checking);
    }

    [Fact]
    public void A_problem_of_the_machine_is_shown_and_the_loop_goes_on()
    {
        _loop.Machine.Handle(new LoopEvent.Failed("The disk is full: free about 1 GB, then run this again."));
        Assert.Contains("The disk is full: free about 1 GB, then run this again.", _loop.Screen());

        _loop.Press("r");

        Assert.Equal(2, _loop.Started.Count());
    }

    public void Dispose() => _loop.Dispose();

    private void PassAllAndFinish()
    {
        _loop.Pass("01-one");
        _loop.Press("n");
        _loop.Pass("02-two");
        _loop.Press("n");
        _loop.Pass("03-three");
        Assert.StartsWith("n finish", _loop.Screen()[^1], StringComparison.Ordinal);
        _loop.Press("n");
    }
}
