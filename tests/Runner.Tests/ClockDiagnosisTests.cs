using Workshop.Runner.Diagnosis;
using Xunit;

namespace Workshop.Tests;

public sealed class ClockDiagnosisTests
{
    private static readonly DateTime Now = new(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void A_clock_that_agrees_with_the_files_is_fine() =>
        Assert.Equal(Level.Ok, ClockDiagnosis.Compare(Now, Now.AddSeconds(-2), Now.AddDays(-1)).Level);

    [Fact]
    public void Files_from_another_time_are_a_problem()
    {
        var finding = ClockDiagnosis.Compare(Now, Now.AddSeconds(90), Now.AddDays(-1));

        Assert.Equal(Level.Problem, finding.Level);
        Assert.Contains("+90 s off", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_in_the_past_is_a_problem() =>
        Assert.Equal(Level.Problem, ClockDiagnosis.Compare(Now, Now, Now.AddYears(3)).Level);
}
