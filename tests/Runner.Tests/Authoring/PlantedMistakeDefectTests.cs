using Workshop.Runner.Authoring;
using Xunit;
using static Workshop.Tests.Authoring.PlantedDefect;

namespace Workshop.Tests.Authoring;

/// <summary>Defects of a known wrong answer: each is planted into a flawless lab, and must be the one that is found.</summary>
public sealed class PlantedMistakeDefectTests
{
    private const string Service = "labs/01-one/Service.cs";
    private const string WrongAnswer = "tests/01-one/mistakes/Wrong/mistake.json";

    [Fact]
    public void A_mistake_that_is_not_described() => AssertDefect(
        lab => lab.Write(WrongAnswer, "{ \"fails\": [] }"), WrongAnswer, "It cannot be read");

    [Fact]
    public void A_mistake_with_a_property_that_does_not_exist() => AssertDefect(
        lab => lab.Replace(WrongAnswer, "\"replace\"", "\"replaced\""), WrongAnswer, "'replaced'");

    [Fact]
    public void A_mistake_without_an_edit() => AssertDefect(
        lab => WriteEdits(lab), WrongAnswer, "It changes nothing: say in 'edits'");

    [Fact]
    public void An_edit_that_finds_nothing() => AssertDefect(
        lab => lab.Replace("solutions/01-one/Service.cs", "42", "43"),
        WrongAnswer,
        "The edit of Service.cs at '42' finds nothing");

    [Fact]
    public void An_edit_that_finds_two_places() => AssertDefect(
        lab => lab.Replace("solutions/01-one/Service.cs", "}", "    public static int Question => 42;\n}"),
        WrongAnswer,
        "The edit of Service.cs at '42' finds more than one place");

    [Fact]
    public void An_edit_that_finds_a_text_twice_where_it_overlaps() => AssertDefect(
        lab =>
        {
            lab.Replace("solutions/01-one/Service.cs", "42", "4242 + 42421");
            lab.Replace(WrongAnswer, "\"42\"", "\"4242\"");
        },
        WrongAnswer,
        "finds more than one place");

    [Fact]
    public void An_edit_that_looks_for_nothing() => AssertDefect(
        lab => WriteEdits(lab, Edit("Service.cs", "[]", "[\"41\"]")), WrongAnswer, "The edit of Service.cs at '' looks for nothing");

    [Fact]
    public void An_edit_that_changes_nothing() => AssertDefect(
        lab => WriteEdits(lab, Edit("Service.cs", "[\"42\"]", "[\"42\"]")), WrongAnswer, "The edit of Service.cs at '42' changes nothing");

    [Fact]
    public void An_edit_of_a_file_that_does_not_exist() => AssertDefect(
        lab => WriteEdits(lab, Edit("service.cs", "[\"42\"]", "[\"41\"]")), WrongAnswer, "The edit of service.cs at '42' cannot be made. Neither solutions/01-one");

    [Fact]
    public void Two_edits_of_one_place() => AssertDefect(
        lab => WriteEdits(lab, Edit("Service.cs", "[\"42\"]", "[\"41\"]"), Edit("Service.cs", "[\"=> 42;\"]", "[\"=> 40;\"]")),
        WrongAnswer,
        "finds a text that another edit replaces too");

    [Fact]
    public void A_whole_file_that_replaces_none() => AssertDefect(
        lab => lab.Write("tests/01-one/mistakes/Wrong/Other.cs", ""), WrongAnswer, "Other.cs replaces no file");

    [Fact]
    public void A_whole_file_that_changes_nothing() => AssertDefect(
        lab =>
        {
            WriteEdits(lab);
            File.Copy(lab.PathOf("solutions/01-one/Service.cs"), lab.PathOf("tests/01-one/mistakes/Wrong/Service.cs"));
        },
        WrongAnswer,
        "Service.cs changes nothing");

    [Fact]
    public void A_whole_file_that_is_edited_too() => AssertDefect(
        lab => lab.Write("tests/01-one/mistakes/Wrong/Service.cs", ""), WrongAnswer, "keep one of them");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Edits_of_several_lines_and_places_are_found_whatever_ends_a_line(string lineEnd)
    {
        var defects = Find(lab =>
        {
            lab.Write("solutions/01-one/Service.cs", string.Join(lineEnd, "first", "  second", "third", "fourth", ""));
            WriteEdits(
                lab,
                Edit("Service.cs", "[\"first\", \"  second\"]", "[\"fourth\"]"),
                Edit("Service.cs", "[\"fourth\"]", "[\"fifth\", \"sixth\"]"),
                Edit("Service.cs", "[\"third\", \"\"]", "[]"));
        });

        Assert.Empty(defects);
    }

    [Fact]
    public void What_the_edits_make_is_the_solution_with_each_place_replaced()
    {
        using var lab = new AuthoredFixture();
        lab.Write("solutions/01-one/Service.cs", "first\r\n  second\r\nthird\r\n");
        WriteEdits(lab, Edit("Service.cs", "[\"t\", \"  sec\"]", "[\"t and sec\"]"), Edit("Service.cs", "[\"third\"]", "[\"3\", \"4\"]"));

        var sources = MistakeSources.Of(lab.Lab(), Mistake.Read(lab.PathOf("tests/01-one/mistakes/Wrong")));

        Assert.Empty(sources.Problems);
        Assert.Equal("first and second\n3\n4\n", sources.Texts[lab.PathOf("solutions/01-one/Service.cs")]);
    }

    [Fact]
    public void A_given_file_in_a_folder_of_the_lab_is_named_with_its_folder()
    {
        var defects = Find(lab =>
        {
            lab.Write("labs/01-one/Server/Slots.cs", "given");
            WriteEdits(lab, Edit("Server/Slots.cs", "[\"given\"]", "[\"taken\"]"));
        });

        Assert.Empty(defects);
    }

    private static void WriteEdits(AuthoredFixture lab, params string[] edits) =>
        lab.WriteMistake("Wrong", "Greets", "status UNKNOWN", string.Join(", ", edits));

    private static string Edit(string file, string find, string replace) =>
        $$"""{ "file": "{{file}}", "find": {{find}}, "replace": {{replace}} }""";
}
