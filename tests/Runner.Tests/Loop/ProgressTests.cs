using Workshop.Runner.Labs;
using Workshop.Runner.Progress;
using Xunit;

namespace Workshop.Tests;

public sealed class ProgressTests
{
    [Fact]
    public void A_broken_entry_costs_only_what_it_says()
    {
        var notes = ProgressNotes.Parse("""
            { "welcomed": true, "current": 7, "passed": { "01-one": "abc", "02-two": null }, "hints": { "01.1": "many", "01.2": 2 }, "mood": [] }
            """);

        Assert.Equal((true, null), (notes.Welcomed, notes.Current));
        Assert.Equal(("01-one", "abc"), (Assert.Single(notes.Passed).Key, notes.Passed["01-one"]));
        Assert.Equal(("01.2", 2), (Assert.Single(notes.Hints).Key, notes.Hints["01.2"]));
        Assert.Equal(notes.ToJson(), ProgressNotes.Parse(notes.ToJson()).ToJson());
    }

    [Fact]
    public void The_notes_of_an_older_runner_are_taken_over()
    {
        using var folder = new TemporaryFolder();
        const string Lines = "# heading\r\nwelcomed\r\npassed 01-one abc\npassed 02-two\ncurrent 02-two\nhint 01.1 many\nhint 01.2 2\n\u0000\n";
        folder.Write(".workshop/progress.txt", Lines);
        var file = new ProgressFile(new WorkshopFolder(folder.Root));

        file.Change(notes => notes with { Hints = notes.Hints.SetItem("02.1", 1) });
        File.Delete(folder.PathOf(".workshop", "progress.txt"));
        var notes = file.Read();

        Assert.Equal((true, "02-two", "abc"), (notes.Welcomed, notes.Current, notes.Passed["01-one"]));
        Assert.Equal(["01.2", "02.1"], notes.Hints.Keys);
    }

    [Fact]
    public void The_notes_of_a_newer_runner_are_read_and_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        const string Newer = """{ "version": 2, "current": "02-two", "mood": "good" }""";
        folder.Write(".workshop/progress.json", Newer);
        var file = new ProgressFile(new WorkshopFolder(folder.Root));

        file.Change(notes => notes with { Current = "01-one" });

        Assert.Equal("02-two", file.Read().Current);
        Assert.Equal(Newer, File.ReadAllText(folder.PathOf(".workshop", "progress.json")));
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_kept_beside_the_new_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".workshop/progress.json", "{ \"passed\": { \"01-o");
        var file = new ProgressFile(new WorkshopFolder(folder.Root));

        Assert.Null(file.Read().Current);
        file.Change(notes => notes with { Current = "01-one" });

        Assert.Equal("01-one", file.Read().Current);
        Assert.Equal("{ \"passed\": { \"01-o", File.ReadAllText(folder.PathOf(".workshop", "progress.json.broken")));
    }

    [Fact]
    public void A_write_that_was_broken_off_leaves_the_notes_as_they_were()
    {
        using var folder = new TemporaryFolder();
        var file = new ProgressFile(new WorkshopFolder(folder.Root));
        file.Change(notes => notes with { Current = "01-one" });

        // What a killed runner leaves: half a file beside the notes.
        folder.Write(".workshop/progress.json.4711.tmp", "{ \"curr");

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
