using Workshop.Runner.Upgrading;
using Xunit;

namespace Workshop.Tests;

public sealed class UpgradeTests : IDisposable
{
    private readonly UpgradeFixture _workshop = new();

    [Fact]
    public void What_nobody_changed_is_replaced_added_and_removed()
    {
        var result = _workshop.Upgrade(_workshop.Package(
            "1.1.0", ("labs/01-one/Answer.cs", "// TODO, in other words\n"), ("labs/04-four/README.md", "# Lab 04: Four\n"), ("docs/01-one.md", null)));

        Assert.Equal("// TODO, in other words\n", _workshop.Read("labs/01-one/Answer.cs"));
        Assert.Equal("# Lab 04: Four\n", _workshop.Read("labs/04-four/README.md"));
        Assert.False(Directory.Exists(_workshop.PathOf("docs")));
        Assert.Equal(["labs/01-one/Answer.cs", "README.md", "Directory.Build.props"], result.Of(UpgradeStep.Replaced).OrderByDescending(file => file[0]));
        Assert.Equal(["labs/04-four/README.md"], result.Of(UpgradeStep.Added));
        Assert.Equal(["docs/01-one.md"], result.Of(UpgradeStep.Removed));
        Assert.Equal(("1.0.0", "1.1.0"), (result.From, result.To));
        Assert.Equal("// TODO\n", _workshop.Read($"{result.Copies}/labs/01-one/Answer.cs"));
        Assert.Equal("# One\n", _workshop.Read($"{result.Copies}/docs/01-one.md"));
        // What reset gives back is the new version's too.
        Assert.Equal("// TODO, in other words\n", _workshop.Read(".workshop/pristine/labs/01-one/Answer.cs"));
        Assert.DoesNotContain(_workshop.Files(), file => file.Contains("maintainers", StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_stay_and_what_is_new_for_them_lies_beside_them()
    {
        _workshop.Write("labs/01-one/Answer.cs", "// mine\n");
        _workshop.Write("labs/01-one/Other.cs", "// mine too\n");
        _workshop.Write("labs/02-two/Answer.cs", "// mine, and no more in the new version\n");
        _workshop.Write("labs/01-one/Own.cs", "// my own file\n");
        _workshop.Write("tests/01-one/Checks.cs", "// checks as I like them\n");
        File.Delete(_workshop.PathOf("protos/one.proto"));
        var package = _workshop.Package(
            "1.1.0", ("labs/01-one/Answer.cs", "// new\n"), ("labs/02-two/Answer.cs", null), ("tests/01-one/Checks.cs", "// new checks\n"));

        var result = _workshop.Upgrade(package);

        Assert.Equal("// mine\n", _workshop.Read("labs/01-one/Answer.cs"));
        Assert.Equal("// new\n", _workshop.Read("labs/01-one/Answer.cs.new"));
        Assert.Equal("// mine too\n", _workshop.Read("labs/01-one/Other.cs"));
        Assert.Null(_workshop.Read("labs/01-one/Other.cs.new"));
        Assert.Equal("// mine, and no more in the new version\n", _workshop.Read("labs/02-two/Answer.cs"));
        Assert.Equal("// my own file\n", _workshop.Read("labs/01-one/Own.cs"));
        Assert.Equal("// new checks\n", _workshop.Read("tests/01-one/Checks.cs"));
        Assert.Equal("// checks as I like them\n", _workshop.Read($"{result.Copies}/tests/01-one/Checks.cs"));
        Assert.Null(_workshop.Read("protos/one.proto"));
        Assert.Equal(["labs/01-one/Answer.cs"], result.Of(UpgradeStep.Beside));
        Assert.Equal(["labs/01-one/Other.cs"], result.Of(UpgradeStep.Kept));
        Assert.Equal(["labs/02-two/Answer.cs"], result.Of(UpgradeStep.Left));
        Assert.Equal(["tests/01-one/Checks.cs"], result.Of(UpgradeStep.Overwritten));

        // Again: nothing changes, and what is still to be looked at is named.
        var before = _workshop.Files();
        var again = _workshop.Upgrade(package);
        Assert.False(again.ChangedSomething);
        Assert.Equal(["labs/01-one/Answer.cs"], again.Of(UpgradeStep.Beside));
        Assert.Equal(before, _workshop.Files());
    }

    [Fact]
    public void An_answer_given_before_the_runner_was_ever_started_is_an_answer()
    {
        Directory.Delete(_workshop.PathOf(".workshop"), recursive: true);
        _workshop.Write("labs/01-one/Answer.cs", "// mine\n");
        new Runner.Copies.PristineCopy(_workshop.Workshop).MakeWhereAbsent();

        _workshop.Upgrade(_workshop.Package("1.1.0", ("labs/01-one/Answer.cs", "// new\n")));

        Assert.Equal("// mine\n", _workshop.Read("labs/01-one/Answer.cs"));
    }

    [Fact]
    public void An_upgrade_that_cannot_write_a_file_says_how_to_go_on_and_is_finished_without_the_package()
    {
        var package = _workshop.Package("1.1.0", ("eng/new.txt", "new\n"), ("labs/01-one/Answer.cs", "// new\n"));
        Directory.CreateDirectory(_workshop.PathOf("eng/new.txt"));

        var problem = Assert.Throws<Runner.WorkshopException>(() => _workshop.Upgrade(package));
        Assert.Equal(3, problem.ExitCode);
        Assert.EndsWith("Then finish with: dotnet workshop.cs upgrade", problem.Message, StringComparison.Ordinal);
        Directory.Delete(_workshop.PathOf("eng/new.txt"));
        File.Delete(package);

        Assert.Equal("1.1.0", _workshop.Upgrade(null).To);
        Assert.Equal("new\n", _workshop.Read("eng/new.txt"));
        Assert.Equal("// new\n", _workshop.Read("labs/01-one/Answer.cs"));
        Assert.False(Directory.Exists(_workshop.PathOf(".workshop/upgrade")));
    }

    [Fact]
    public void What_cannot_be_an_upgrade_is_refused_and_changes_nothing()
    {
        var before = _workshop.Files();
        var text = _workshop.PathOf(".workshop/text.nupkg");
        _workshop.Write(".workshop/text.nupkg", "no package");
        var cut = _workshop.PathOf(".workshop/cut.nupkg");
        File.WriteAllBytes(cut, File.ReadAllBytes(_workshop.Package("1.1.0"))[..^100]);
        var outside = _workshop.Package("1.1.0", ("../../outside.txt", "out"));

        Refuses("There is no file", _workshop.PathOf("none.nupkg"));
        Refuses("Name the package", null);
        Refuses("is no package of this workshop, or it is damaged", text);
        Refuses("is no package of this workshop, or it is damaged", cut);
        Refuses("would lie outside", outside);
        Refuses("its id is not GrpcWorkshop.Templates", _workshop.Package("1.1.0", "Other.Templates"));
        Refuses("this workshop has 1.0.0 already", _workshop.Package("0.9.0"));
        Assert.Equal(before, _workshop.Files());

        Directory.CreateDirectory(_workshop.PathOf("dotnet-new-template"));
        Refuses("maintainers' repository", _workshop.Package("1.1.0"));
    }

    public void Dispose() => _workshop.Dispose();

    private void Refuses(string why, string? package)
    {
        var problem = Assert.Throws<Runner.WorkshopException>(() => _workshop.Upgrade(package));
        Assert.Equal(2, problem.ExitCode);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }
}
