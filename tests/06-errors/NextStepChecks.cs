using Workshop.Errors;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class NextStepChecks
{
    [Fact, Trait("Todo", "06.11")]
    public async Task Decides_after_each_of_the_17_codes()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next");

        await check.MatchAsync("The read was the first attempt. Ask of each code: would the same call ever succeed, and what must change first?");
    }

    [Fact, Trait("Todo", "06.11")]
    public async Task Repeats_no_creation_that_may_have_happened()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "DEADLINE_EXCEEDED", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--create");

        await check.MatchAsync("attempt.IsIdempotent is false: UNAVAILABLE and DEADLINE_EXCEEDED do not say whether the server did its work.");
    }

    [Fact, Trait("Todo", "06.11")]
    public async Task Waits_as_long_as_the_server_asks()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "DEADLINE_EXCEEDED", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--retry-info", "250");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "INVALID_ARGUMENT", "FAILED_PRECONDITION", "INTERNAL", "--retry-info", "250");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--attempt", "3", "--retry-info", "250");

        await check.MatchAsync("RequestedWait.Of(ended) is the time of the RetryInfo. It says when, the code says whether: RetryInfo makes no wrong request right.");
    }

    [Fact, Trait("Todo", "06.11")]
    public async Task Repeats_a_creation_that_the_server_asks_for()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "DEADLINE_EXCEEDED", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--create", "--retry-info", "250");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--create", "--attempt", "3", "--retry-info", "250");

        await check.MatchAsync("With a RetryInfo, UNAVAILABLE and RESOURCE_EXHAUSTED come from a service that has done nothing: RequestedWait.IsIn(ended). A deadline that passed says nothing of that.");
    }

    [Fact, Trait("Todo", "06.11")]
    public async Task Gives_up_rather_than_wait_too_long()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--retry-info", "30000");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--retry-info", "30001");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "UNAVAILABLE", "ABORTED", "RESOURCE_EXHAUSTED", "--retry-info", "7200000");

        await check.MatchAsync("Attempt.LongestWait is 30 s. A shorter wait than the server asked for is no way out. RequestedWait.Of is null for an hour or more, and RequestedWait.IsIn true.");
    }

    [Fact, Trait("Todo", "06.11")]
    public async Task Takes_what_exists_after_another_attempt_for_its_own_perhaps()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "ALREADY_EXISTS", "--create", "--attempt", "1");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "ALREADY_EXISTS", "--create", "--attempt", "2");

        await check.MatchAsync("attempt.Number is 2: the first attempt may have created it, and only its response was lost.");
    }

    [Fact, Trait("Todo", "06.11")]
    public async Task Gives_up_after_the_last_attempt()
    {
        await using var check = new LabCheck();

        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "DEADLINE_EXCEEDED", "UNAVAILABLE", "ABORTED", "UNAUTHENTICATED", "--attempt", "3");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "DEADLINE_EXCEEDED", "UNAVAILABLE", "ABORTED", "UNAUTHENTICATED", "--attempt", "4");
        await check.RunAsync(UserCommandLine.RunAsync, "dotnet run --", "next", "DEADLINE_EXCEEDED", "UNAVAILABLE", "ABORTED", "UNAUTHENTICATED", "--attempt", "5", "--retry-info", "250");

        await check.MatchAsync("Attempt.Most calls are made, and no more: neither of the same call, nor from one level higher, nor after signing in again.");
    }
}
