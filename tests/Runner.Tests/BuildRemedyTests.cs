using Workshop.Runner.Grading;
using Xunit;

namespace Workshop.Tests;

public sealed class BuildRemedyTests
{
    private const string Stop = "stop the `dotnet run` in the other terminal";
    private const string Rights = "check that you may write to this folder";

    [Theory]
    [InlineData("C:\\x.targets(5,5): error MSB3027: Could not copy \"Hello.exe\". Exceeded retry count of 10. Failed. The file is locked by: \"Hello (4711)\"")]
    [InlineData("C:\\x.targets(5,5): error MSB3021: Unable to copy file. The process cannot access the file 'Hello.exe' because it is being used by another process.")]
    [InlineData("C:\\x.targets(5,5): error MSB3021: Access to the path 'Hello.exe' is denied.", "C:\\x.targets(5,5): error MSB3027: Could not copy \"Hello.exe\".")]
    public void A_program_that_still_runs_is_to_be_stopped(params string[] output)
    {
        Assert.Contains(Stop, BuildRemedy.For(output), StringComparison.Ordinal);
        Assert.DoesNotContain(Rights, BuildRemedy.For(output), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/x.targets(5,5): error MSB3021: Unable to copy file. Access to the path '/ws/artifacts/Hello.dll' is denied.")]
    [InlineData("/x.targets(5,5): error MSB3191: Unable to create directory. Permission denied")]
    public void A_folder_that_may_not_be_written_is_a_matter_of_rights(string line)
    {
        Assert.Contains(Rights, BuildRemedy.For([line]), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Stop, BuildRemedy.For([line]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_that_fails_for_a_reason_in_another_language_has_both_remedies()
    {
        var remedy = BuildRemedy.For(["x.targets(5,5): error MSB3021: Der Zugriff auf den Pfad \"Hello.dll\" wurde verweigert."]);

        Assert.Contains(Stop, remedy, StringComparison.Ordinal);
        Assert.Contains(Rights, remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_for_doctor() =>
        Assert.Contains("dotnet workshop.cs doctor", BuildRemedy.For(["error MSB4018: The task failed."]), StringComparison.Ordinal);
}
