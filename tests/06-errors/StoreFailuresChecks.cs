using Grpc.Core;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class StoreFailuresChecks
{
    [Fact, Trait("Todo", "06.5")]
    public async Task Says_when_to_try_again_while_others_write()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check, "--Users:BusySeconds=1");
        var user = UsersLab.NewUser("ada");

        using (lab.Occupy())
        {
            await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = user }));
        }

        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = user }));

        await check.MatchAsync("Busy is the error code 5 of SQLite: UNAVAILABLE, and a RetryInfo with a delay of 1 s. Nothing was written, so the same call may come again.");
    }

    [Fact, Trait("Todo", "06.5")]
    public async Task Says_that_data_is_lost_when_the_file_is_broken()
    {
        await using var check = new LabCheck();
        var database = Path.Combine(check.MakeFolder(), "users.db");
        await File.WriteAllBytesAsync(database, [.. Enumerable.Repeat((byte)0x55, 8192)], TestContext.Current.CancellationToken);
        var lab = await UsersLab.StartOnAsync(check, database);

        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 1 }));

        await check.MatchAsync("A file that is no database has the error code 26, a corrupt one 11: DATA_LOSS for both, and nobody should try again.");
    }

    [Fact, Trait("Todo", "06.6")]
    public async Task Gives_an_id_that_finds_the_reason_in_the_log()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("ada"), [0xFF]);

        var incidents = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await check.CallAsync(async () =>
            {
                try
                {
                    await lab.Client.GetUserAsync(new() { Id = 2 });
                }
                catch (RpcException refusal)
                {
                    incidents.Add(Statuses.InfoOf(refusal).Metadata.GetValueOrDefault("incident_id", ""));
                    throw;
                }
            });
            check.Note("in the log", check.LogLines.Any(line =>
                incidents[^1].Length > 0 && line.StartsWith("ERR", StringComparison.Ordinal)
                && line.Contains(incidents[^1], StringComparison.Ordinal) && line.Contains("InvalidProtocolBufferException", StringComparison.Ordinal))
                ? "an error with this id and the exception"
                : "no error with this id and the exception");
        }

        check.Note("ids", incidents.Distinct().Count() == 2 ? "one for each call" : "the same for both calls");

        await check.MatchAsync("A new id for each call goes to both: into the log with the exception, by UsersLog.Unexpected, and to the caller as incident_id.");
    }

    [Fact, Trait("Todo", "06.6")]
    public async Task Keeps_what_the_database_says_to_itself()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Execute("DROP TABLE totals");

        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = UsersLab.NewUser("ada") }));

        await check.MatchAsync("For the caller, whatever nobody expected is the same: INTERNAL, UNEXPECTED, and an id. No word of the exception.");
    }
}
