using Workshop.Runner.Upgrading;
using Xunit;

namespace Workshop.Tests;

/// <summary>Workshops that were made without some labs or without the solutions: by options of the template.</summary>
public sealed class LeftOutTests : IDisposable
{
    private const string ThreesSolution = "solutions/03-three/Answer.cs";

    private readonly UpgradeFixture _workshop = new(
        ("solutions/02-two/Answer.cs", "// the answer\n"), (ThreesSolution, "// the answer\n"), ("tests/03-three/Checks.cs", "// checks\n"));

    [Fact]
    public void A_lab_that_was_left_out_does_not_come_nor_does_a_new_one()
    {
        LeaveOut("labs/03-three", "solutions/03-three", "tests/03-three");
        var package = Newer(("labs/04-four/README.md", "# Lab 04: Four\n"), ("solutions/04-four/Answer.cs", "// the answer\n"));

        var result = _workshop.Upgrade(package);

        Assert.DoesNotContain(_workshop.Files().Select(file => file.Split(": ")[0]), file => file.Contains("three", StringComparison.Ordinal) || file.Contains("four", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_workshop.PathOf(".workshop/pristine/labs/03-three")));
        Assert.Equal("# Version 1.1.0\ntwo\nsolutions\nend\n", _workshop.Read("README.md"));
        Assert.Equal("// new two\n", _workshop.Read("labs/02-two/Answer.cs"));
        // Nobody knows how the README of a short workshop came: it counts as unchanged, and a copy is kept.
        Assert.Contains("README.md", result.Of(UpgradeStep.Replaced));
        Assert.Equal("# Version 1.0.0\n", _workshop.Read($"{result.Copies}/README.md"));

        var before = _workshop.Files();
        Assert.False(_workshop.Upgrade(package).ChangedSomething);
        Assert.Equal(before, _workshop.Files());
    }

    [Fact]
    public void Solutions_that_were_left_out_do_not_come_and_a_new_lab_comes_without_its_own()
    {
        LeaveOut("solutions");

        _workshop.Upgrade(Newer(("labs/04-four/README.md", "# Lab 04: Four\n"), ("solutions/04-four/Answer.cs", "// the answer\n")));

        Assert.False(Directory.Exists(_workshop.PathOf("solutions")));
        Assert.Equal("# Lab 04: Four\n", _workshop.Read("labs/04-four/README.md"));
        Assert.Equal("// newer checks\n", _workshop.Read("tests/03-three/Checks.cs"));
        Assert.Equal("# Version 1.1.0\ntwo\nend\n", _workshop.Read("README.md"));
    }

    [Fact]
    public void A_folder_of_a_single_solution_that_somebody_deleted_comes_back()
    {
        LeaveOut("solutions/03-three");

        _workshop.Upgrade(Newer());

        Assert.Equal("// a better answer\n", _workshop.Read(ThreesSolution));
        Assert.Equal("# Version 1.1.0\n", _workshop.Read("README.md"));
    }

    [Fact]
    public void A_lab_that_the_new_version_has_no_more_was_not_left_out()
    {
        LeaveOut("labs/03-three", "solutions/03-three", "tests/03-three");

        _workshop.Upgrade(_workshop.Package(
            "1.1.0",
            ("labs/03-three/README.md", null),
            ("labs/03-three/Answer.cs", null),
            (ThreesSolution, null),
            ("tests/03-three/Checks.cs", null),
            ("labs/04-four/README.md", "# Lab 04: Four\n")));

        Assert.Equal("# Lab 04: Four\n", _workshop.Read("labs/04-four/README.md"));
        Assert.Equal("# Version 1.1.0\n", _workshop.Read("README.md"));
    }

    public void Dispose() => _workshop.Dispose();

    private string Newer(params (string File, string? Text)[] more) => _workshop.Package(
        "1.1.0",
        [
            ("labs/02-two/Answer.cs", "// new two\n"),
            ("labs/03-three/Answer.cs", "// new three\n"),
            (ThreesSolution, "// a better answer\n"),
            ("tests/03-three/Checks.cs", "// newer checks\n"),
            .. more,
        ]);

    // As the template does it: the copy that reset takes has them neither.
    private void LeaveOut(params string[] folders)
    {
        foreach (var folder in folders.Concat(folders.Select(folder => $".workshop/pristine/{folder}")).Where(folder => Directory.Exists(_workshop.PathOf(folder))))
        {
            Directory.Delete(_workshop.PathOf(folder), recursive: true);
        }
    }
}
