using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Xunit;

namespace Workshop.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void Broken_and_unknown_lines_cost_only_what_they_say_and_are_kept()
    {
        var notes = ProgressNotes.Parse("welcomed\r\npassed 01-one abc\npassed 02-two\nhint 01.1 many\nhint 01.2 2\nmood good\n\u0000\n");

        Assert.True(notes.Welcomed);
        Assert.Equal("abc", notes.Passed["01-one"]);
        Assert.Equal(("01.2", 2), (Assert.Single(notes.Hints).Key, notes.Hints["01.2"]));
        Assert.Equal(notes.ToString(), ProgressNotes.Parse(notes.ToString()).ToString());
        Assert.Contains("mood good\n", notes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_was_broken_off_leaves_the_notes_as_they_were()
    {
        using var folder = new TemporaryFolder();
        var file = new ProgressFile(new WorkshopFolder(folder.Root));
        file.Change(notes => notes with { Current = "01-one" });

        // What a killed runner leaves: half a file beside the notes.
        folder.Write(".workshop/progress.txt.4711.tmp", "curr");

        Assert.Equal("01-one", file.Read().Current);
        Assert.Equal("02-two", file.Change(notes => notes with { Current = "02-two" }).Current);
    }

    [Fact]
    public async Task Two_runners_lose_nothing_of_each_other()
    {
        using var folder = new TemporaryFolder();
        var workshop = new WorkshopFolder(folder.Root);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(runner => Task.Run(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                new ProgressFile(workshop).Change(notes => notes with { Hints = notes.Hints.SetItem($"0{runner}.{i}", 1) });
            }
        })));

        Assert.Equal(40, new ProgressFile(workshop).Read().Hints.Count);
    }

    [Fact]
    public void A_lab_that_changed_after_it_passed_says_so_until_it_is_as_it_was()
    {
        using var loop = new LoopFixture();
        var book = new GradeBook(loop.Workshop, Grade.Labs);
        loop.Machine.Begin();
        loop.Pass("01-one");
        Assert.Equal(Standing.Done, book.ReadBoard()[0].Standing);

        loop.Write("labs/01-one/Answer.cs", "// other\n");
        Assert.Equal("was done, changed since", book.ReadBoard()[0].Words);
        loop.Write("labs/01-one/Answer.cs", "// mine\n");

        Assert.Equal(Standing.Done, book.ReadBoard()[0].Standing);
    }
}
