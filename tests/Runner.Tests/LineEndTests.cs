using System.Text;
using Workshop.Runner.Answers;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

/// <summary>An editor on Windows may save CRLF and a byte order mark: that changes no answer, and no given file.</summary>
public sealed class LineEndTests
{
    private const string Text = "one\n\ntwo\n";

    private static readonly Encoding WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    public void A_lab_that_is_saved_with_other_line_ends_is_the_same_answer(string lineEnd, bool mark)
    {
        using var folder = new TemporaryFolder();
        var (workshop, lab) = Workshop(folder);
        var before = LabFiles.Hash(workshop, lab, Grade.Labs);

        Save(folder, "labs/01-one/Answer.cs", lineEnd, mark);

        Assert.Equal(before, LabFiles.Hash(workshop, lab, Grade.Labs));
        Assert.All(LabDifference.Of(workshop, lab), file => Assert.Empty(file.Text));
        folder.Write("labs/01-one/Answer.cs", "other\n");
        Assert.NotEqual(before, LabFiles.Hash(workshop, lab, Grade.Labs));
    }

    [Fact]
    public void A_given_file_that_is_saved_with_other_line_ends_is_not_altered()
    {
        using var folder = new TemporaryFolder();
        var (workshop, lab) = Workshop(folder);
        var pristine = new PristineCopy(workshop);
        pristine.MakeWhereAbsent();

        Save(folder, "tests/01-one/snapshots/A.verified.txt", "\r\n", mark: true);
        Save(folder, "labs/01-one/Answer.cs", "\r\n", mark: false);

        Assert.Empty(pristine.Altered());
        Assert.False(pristine.IsAltered(lab));
        folder.Write("tests/01-one/snapshots/A.verified.txt", "one\rtwo\n");
        Assert.Equal([new AlteredFile("tests/01-one/snapshots/A.verified.txt", "changed")], pristine.Altered());
    }

    [Fact]
    public void A_reset_gives_back_the_line_ends_that_came()
    {
        using var folder = new TemporaryFolder();
        var (workshop, lab) = Workshop(folder);
        new PristineCopy(workshop).MakeWhereAbsent();
        Save(folder, "labs/01-one/Answer.cs", "\r\n", mark: true);

        new Backups(workshop, TimeProvider.System).Reset(lab);

        Assert.Equal(Encoding.UTF8.GetBytes(Text), File.ReadAllBytes(folder.PathOf("labs", "01-one", "Answer.cs")));
    }

    [Fact]
    public void What_is_no_text_is_compared_byte_by_byte()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.bin", "\0a\r\nb");
        folder.Write("other.bin", "\0a\nb");

        Assert.False(FileContent.Same(folder.PathOf("one.bin"), folder.PathOf("other.bin")));
    }

    private static (WorkshopFolder Workshop, Lab Lab) Workshop(TemporaryFolder folder)
    {
        folder.Write("labs/01-one/README.md", "# Lab 01: One\n");
        foreach (var file in new[] { "labs/01-one/Answer.cs", "solutions/01-one/Answer.cs", "tests/01-one/snapshots/A.verified.txt", "protos/one.proto" })
        {
            folder.Write(file, Text);
        }

        var workshop = new WorkshopFolder(folder.Root);
        return (workshop, workshop.Find("1"));
    }

    private static void Save(TemporaryFolder folder, string file, string lineEnd, bool mark) =>
        File.WriteAllText(folder.PathOf(file), Text.ReplaceLineEndings(lineEnd), mark ? WithMark : new UTF8Encoding(false));
}
