using Workshop.Runner.Answers;
using Xunit;

namespace Workshop.Tests;

public sealed class FileDifferenceTests
{
    [Fact]
    public void Equal_files_have_no_difference()
    {
        Assert.Empty(FileDifference.Of("a", "one\ntwo\n", "b", "one\ntwo\n").Text);
    }

    [Fact]
    public void A_change_stands_between_three_lines_of_context()
    {
        var mine = string.Join('\n', Enumerable.Range(1, 20)) + "\n";

        var difference = FileDifference.Of("mine.cs", mine, "solution.cs", mine.Replace("\n10\n", "\nten\nmore\n", StringComparison.Ordinal));

        Assert.Equal(
            "--- mine.cs\n+++ solution.cs\n@@ -7,7 +7,8 @@\n 7\n 8\n 9\n-10\n+ten\n+more\n 11\n 12\n 13\n",
            difference.Text);
    }

    [Fact]
    public void Changes_far_apart_have_a_hunk_each()
    {
        var mine = string.Join('\n', Enumerable.Range(1, 40)) + "\n";
        var solution = mine.Replace("\n5\n", "\n", StringComparison.Ordinal).Replace("\n35\n", "\n35\nnew\n", StringComparison.Ordinal);

        var text = FileDifference.Of("a", mine, "b", solution).Text;

        Assert.Contains("@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n", text, StringComparison.Ordinal);
        Assert.Contains("@@ -33,6 +32,7 @@\n 33\n 34\n 35\n+new\n 36\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_the_student_has_not_is_all_new()
    {
        Assert.Contains("+one\n+two\n", FileDifference.Of("a", "", "b", "one\ntwo\n").Text, StringComparison.Ordinal);
    }
}
