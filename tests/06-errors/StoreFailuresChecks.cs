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

    [Fact, Trait("Todo", "06.5")]
    public async Task Expects_four_codes_of_the_database()
    {
        await using var check = new LabCheck();
        var (lab, store) = await FailingStore.StartAsync(check);

        await check.CallAsync(async () =>
        {
            foreach (var code in FailingStore.Codes)
            {
                store.Failure = FailingStore.FailureOf(code);
                // What becomes of the others is another task.
                check.Note($"code {code}", await Statuses.OfAsync(FailingStore.GetUserAsync(lab), refusal =>
                    Statuses.InfoOf(refusal).Reason is "STORE_BUSY" or "STORE_CORRUPT" ? $"{refusal.StatusCode} {Statuses.InfoOf(refusal).Reason}" : "neither"));
            }
        });

        await check.MatchAsync("5, 6, 11 and 26 are expected, and no others. SqliteErrorCode is 5 for the extended code 517 as well; the text of an exception decides nothing.");
    }
}
