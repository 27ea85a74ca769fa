using Workshop.Runner.Files;
using Xunit;

namespace Workshop.Tests;

/// <summary>What Windows does to whoever replaces a file that another program holds, by a stand-in for the move.</summary>
public sealed class BusyFileTests
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int AlreadyExists = unchecked((int)0x800700B7);

    public static TheoryData<Exception> Refusals =>
    [
        new IOException("The process cannot access the file.", SharingViolation),
        new IOException("The process cannot access the file.", LockViolation),
        new UnauthorizedAccessException("Access to the path is denied."),
    ];

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void A_file_that_is_held_for_a_moment_is_tried_again(Exception refusal)
    {
        var attempts = 0;

        BusyFile.Retry("notes.txt", () => _ = ++attempts < 3 ? throw refusal : attempts);

        Assert.Equal(3, attempts);
    }

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void A_file_that_stays_held_is_named_with_the_reason(Exception refusal)
    {
        var problem = Assert.Throws<IOException>(() => BusyFile.Retry("notes.txt", () => throw refusal, TimeSpan.Zero));

        Assert.StartsWith("notes.txt could not be used", problem.Message, StringComparison.Ordinal);
        Assert.Contains("another program holds it", problem.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.Message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_problem_is_told_at_once_as_it_is()
    {
        var attempts = 0;
        var problem = new IOException("It is there already.", AlreadyExists);

        Assert.Same(problem, Assert.Throws<IOException>(() => BusyFile.Retry("notes.txt", () => _ = attempts++ < 0 ? 0 : throw problem)));
        Assert.Equal(1, attempts);
    }
}
