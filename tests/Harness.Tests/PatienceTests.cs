using Workshop.Harness;

namespace Workshop.Tests;

/// <summary>How long a check waits for what does not come.</summary>
public sealed class PatienceTests
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(4);

    [Fact, Trait("Todo", "01.1")]
    public async Task Once_a_check_has_waited_in_vain_the_others_wait_less()
    {
        await using var failed = new LabCheck();
        await using var other = new LabCheck();
        // That is no wait.
        await FailAsync(failed, TimeSpan.Zero);
        Assert.Equal(Whole, failed.Patience);

        await FailAsync(failed, within: null);

        Assert.Equal(Whole / 2, other.Patience);
    }

    private static Task<WrongAnswerException> FailAsync(LabCheck check, TimeSpan? within) => Assert.ThrowsAsync<WrongAnswerException>(
        () => check.SeeAsync("It is there", () => Task.FromResult<string?>("nothing"), "Look.", within));
}
