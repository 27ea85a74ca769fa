using Workshop.Runner.Copies;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

public sealed class BackupsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly Backups _backups;
    private readonly Lab _lab;

    public BackupsTests()
    {
        _folder.Write("labs/01-one/README.md", "# Lab 01: One\n");
        _folder.Write("labs/01-one/Answer.cs", "// as it came\n");
        _folder.Write("tests/01-one/snapshots/a.verified.txt", "as it came");
        var workshop = new WorkshopFolder(_folder.Root);
        new PristineCopy(workshop).MakeWhereAbsent();
        _folder.Write("labs/01-one/Answer.cs", "// mine\n");
        _folder.Write("labs/01-one/Own/Extra.cs", "// my own\n");
        _lab = workshop.Find("01");
        _backups = new Backups(workshop, _time);
    }

    [Fact]
    public void A_reset_gives_the_lab_back_as_it_came_and_keeps_a_copy()
    {
        var kept = _backups.Reset(_lab);

        Assert.Equal(".workshop/backup/20300102-030405-000-01-one", kept);
        Assert.Equal("// as it came\n", Read("labs/01-one/Answer.cs"));
        Assert.False(File.Exists(_folder.PathOf("labs/01-one/Own/Extra.cs")));
        Assert.Equal("// mine\n", Read($"{kept}/Answer.cs"));
        Assert.Equal("// my own\n", Read($"{kept}/Own/Extra.cs"));
    }

    [Fact]
    public void Undo_takes_back_one_reset_after_the_other_and_loses_nothing_either()
    {
        _backups.Reset(_lab);
        _time.Pass(TimeSpan.FromSeconds(1));
        _folder.Write("labs/01-one/Answer.cs", "// second try\n");
        _backups.Reset(_lab);
        _time.Pass(TimeSpan.FromSeconds(1));
        _folder.Write("labs/01-one/Answer.cs", "// third try\n");

        var (_, replaced) = _backups.Undo();
        Assert.Equal("// second try\n", Read("labs/01-one/Answer.cs"));
        Assert.Equal("// third try\n", Read($"{replaced}/Answer.cs"));
        _time.Pass(TimeSpan.FromSeconds(1));
        _backups.Undo();
        Assert.Equal("// mine\n", Read("labs/01-one/Answer.cs"));
        Assert.Equal("// my own\n", Read("labs/01-one/Own/Extra.cs"));

        var problem = Assert.Throws<Runner.WorkshopException>(() => _backups.Undo());
        Assert.Equal(2, problem.ExitCode);
    }

    [Fact]
    public void To_catch_up_is_a_reset_with_the_answers_of_the_solution()
    {
        _folder.Write("solutions/01-one/Answer.cs", "// the answer\n");
        _folder.Write("solutions/01-one/one.proto", "// the contract\n");
        _folder.Write("solutions/01-one/One.csproj", "<Project />");

        var kept = _backups.CatchUp(_lab);

        Assert.Equal("// the answer\n", Read("labs/01-one/Answer.cs"));
        Assert.Equal("// the contract\n", Read("labs/01-one/one.proto"));
        Assert.False(File.Exists(_folder.PathOf("labs/01-one/One.csproj")), "A project file is no answer.");
        Assert.False(File.Exists(_folder.PathOf("labs/01-one/Own/Extra.cs")), "Files of the student's own could break the answers.");
        Assert.Equal("// mine\n", Read($"{kept}/Answer.cs"));

        _backups.Undo();
        Assert.Equal("// mine\n", Read("labs/01-one/Answer.cs"));
        Assert.Equal("// my own\n", Read("labs/01-one/Own/Extra.cs"));
    }

    [Fact]
    public void Without_a_solution_nothing_is_changed_to_catch_up()
    {
        var problem = Assert.Throws<Runner.WorkshopException>(() => _backups.CatchUp(_lab));

        Assert.Equal(2, problem.ExitCode);
        Assert.Equal("// mine\n", Read("labs/01-one/Answer.cs"));
    }

    [Fact]
    public void A_reset_that_was_broken_off_while_it_copied_changed_nothing()
    {
        // What is there when the program is killed during the copy.
        _folder.Write(".workshop/backup/20300102-030404-000-01-one.99.tmp/Answer.cs", "// mi");

        Assert.Throws<Runner.WorkshopException>(() => _backups.Undo());
        Assert.Equal("// mine\n", Read("labs/01-one/Answer.cs"));
    }

    [Fact]
    public void A_reset_that_was_broken_off_between_two_files_is_undone_whole()
    {
        _backups.Reset(_lab);
        // The first file was reset, the second not yet, and a third was half written beside its place.
        _folder.Write("labs/01-one/Own/Extra.cs", "// my own\n");
        _folder.Write("labs/01-one/README.md.99.tmp", "# La");
        _time.Pass(TimeSpan.FromSeconds(1));

        _backups.Undo();

        Assert.Equal("// mine\n", Read("labs/01-one/Answer.cs"));
        Assert.Equal("// my own\n", Read("labs/01-one/Own/Extra.cs"));
        Assert.False(File.Exists(_folder.PathOf("labs/01-one/README.md.99.tmp")));
    }

    [Fact]
    public void An_undo_that_was_broken_off_before_its_last_step_can_be_done_again()
    {
        _backups.Reset(_lab);
        _time.Pass(TimeSpan.FromSeconds(1));
        _backups.Undo();
        var undone = _folder.PathOf(".workshop/backup/20300102-030405-000-01-one");
        Directory.Move($"{undone}.undone", undone);
        _time.Pass(TimeSpan.FromSeconds(1));

        _backups.Undo();

        Assert.Equal("// mine\n", Read("labs/01-one/Answer.cs"));
    }

    [Fact]
    public void Given_files_that_are_others_now_are_named()
    {
        _folder.Write("tests/01-one/snapshots/a.verified.txt", "as I like it");
        _folder.Write("tests/01-one/New.cs", "");

        var altered = new PristineCopy(new WorkshopFolder(_folder.Root)).Altered();

        Assert.Equal(
            [new AlteredFile("tests/01-one/New.cs", "added"), new AlteredFile("tests/01-one/snapshots/a.verified.txt", "changed")],
            altered.OrderBy(file => file.File, StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private string Read(string file) => File.ReadAllText(_folder.PathOf(file));
}
