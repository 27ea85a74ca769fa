using Workshop.Runner.Authoring;
using Xunit;

namespace Workshop.Tests.Authoring;

/// <summary>Which known wrong answers one run can tell apart.</summary>
public sealed class MistakeBatchesTests(AuthoredFixture lab) : IClassFixture<AuthoredFixture>, IDisposable
{
    private const string OfTheService = AuthoredFixture.Edit;
    private const string OfWhatIsGiven = """{ "file": "Server/Given.cs", "find": ["given"], "replace": ["taken"] }""";

    [Fact]
    public void Different_places_and_different_checks_share_a_run() => Assert.Equal(
        ["Wrong Other"], Batches(("Wrong", "Greets", OfTheService), ("Other", "Waves", OfWhatIsGiven)));

    [Fact]
    public void Two_places_of_one_file_share_a_run() => Assert.Equal(
        ["Wrong Other"], Batches(("Wrong", "Greets", OfTheService), ("Other", "Waves", """{ "file": "Service.cs", "find": ["public static int"], "replace": ["public static long"] }""")));

    [Fact]
    public void One_place_has_a_run_for_each() => Assert.Equal(
        ["Wrong", "Other"], Batches(("Wrong", "Greets", OfTheService), ("Other", "Waves", OfTheService)));

    [Fact]
    public void One_check_has_a_run_for_each() => Assert.Equal(
        ["Wrong", "Other"], Batches(("Wrong", "Greets", OfTheService), ("Other", "Greets", OfWhatIsGiven)));

    [Fact]
    public void The_next_one_goes_into_the_first_run_that_can_tell_it_apart() => Assert.Equal(
        ["Wrong Other", "Third"],
        Batches(("Wrong", "Greets", OfTheService), ("Third", "Greets", OfTheService), ("Other", "Waves", OfWhatIsGiven)));

    public void Dispose()
    {
        lab.DeleteFolder("tests/01-one/mistakes");
        lab.WriteMistake("Wrong", "Greets", "status UNKNOWN");
    }

    private IEnumerable<string> Batches(params (string Name, string Fails, string Edit)[] mistakes)
    {
        foreach (var (name, fails, edit) in mistakes)
        {
            lab.WriteMistake(name, fails, "status UNKNOWN", edit);
        }

        var read = mistakes.Select(mistake => Mistake.Read(lab.PathOf($"tests/01-one/mistakes/{mistake.Name}")));
        return MistakeBatches.Of(lab.Lab(), read).Select(batch => string.Join(' ', batch.Select(mistake => mistake.Name)));
    }
}
