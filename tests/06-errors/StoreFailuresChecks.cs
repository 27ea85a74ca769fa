using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Workshop.Errors;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed partial class StoreFailuresChecks
{
    // All of https://sqlite.org/rescode.html that an exception may have: the primary ones, and some of their extended ones.
    private static readonly int[] Codes = [.. Enumerable.Range(1, 26), 261, 517, 773, 262, 518, 267, 523, 779, 264, 266, 270, 2067];
    private static readonly int[] Expected = [5, 6, 11, 26];

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
        var (lab, store) = await StartFailingAsync(check);

        foreach (var code in Codes)
        {
            store.Failure = FailureOf(code);
            // What becomes of the others is another task.
            check.Note($"code {code}", await Statuses.OfAsync(GetUserAsync(lab), refusal =>
                Statuses.InfoOf(refusal).Reason is "STORE_BUSY" or "STORE_CORRUPT" ? $"{refusal.StatusCode} {Statuses.InfoOf(refusal).Reason}" : "neither"));
        }

        await check.MatchAsync("5, 6, 11 and 26 are expected, and no others. SqliteErrorCode is 5 for the extended code 517 as well; the text of an exception decides nothing.");
    }

    [Fact, Trait("Todo", "06.6")]
    public async Task Gives_an_id_that_finds_the_reason_in_the_log()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("ada"), [0xFF]);

        var incidents = new List<string>();
        await FailAsync(lab, "InvalidProtocolBufferException");
        await FailAsync(lab, "InvalidProtocolBufferException");
        check.Note("ids", incidents.Distinct().Count() == 2 ? "one for each call" : "the same for both calls");
        var (failing, store) = await StartFailingAsync(check);
        store.Failure = FailureOf(10);
        await FailAsync(failing, nameof(SqliteException));

        await check.MatchAsync("A new id for each call goes to both: into the log with the exception, by UsersLog.Unexpected, and to the caller as incident_id.");

        async Task FailAsync(UsersLab failing, string exception)
        {
            var sentence = "";
            await check.CallAsync(async () =>
            {
                try
                {
                    await failing.Client.GetUserAsync(new() { Id = 2 });
                }
                catch (RpcException refusal)
                {
                    sentence = refusal.Status.Detail;
                    incidents.Add(Statuses.InfoOf(refusal).Metadata.GetValueOrDefault("incident_id", ""));
                    throw;
                }
            });
            check.Note("in the log", check.LogLines.Any(line =>
                incidents[^1].Length > 0 && line.StartsWith("ERR", StringComparison.Ordinal)
                && line.Contains(incidents[^1], StringComparison.Ordinal) && line.Contains(exception, StringComparison.Ordinal))
                ? "an error with this id and the exception"
                : "no error with this id and the exception");
            check.Note("in words", Id().Matches(sentence).All(id => id.Value == incidents[^1]) ? "no other id" : "another id");
        }
    }

    [Fact, Trait("Todo", "06.6")]
    public async Task Keeps_what_the_database_says_to_itself()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Execute("DROP TABLE totals");

        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = UsersLab.NewUser("ada") }));
        var (failing, store) = await StartFailingAsync(check);
        store.Failure = new InvalidOperationException("The numbat is ill.", new IOException("The quagga is gone."));
        check.Note("thrown", "an exception with another one in it");
        check.Note("repeated", await Statuses.RepeatedAsync(GetUserAsync(failing), "numbat", "quagga", "InvalidOperation", "IOException"));
        check.Note("thrown", $"each code of SQLite but {string.Join(", ", Expected)}");
        var answers = new List<string>();
        foreach (var code in Codes.Where(code => !Expected.Contains(code & 255)))
        {
            store.Failure = FailureOf(code);
            answers.Add(await Statuses.OfAsync(GetUserAsync(failing), refusal =>
                $"{refusal.StatusCode} {Statuses.InfoOf(refusal).Reason} with{(Statuses.InfoOf(refusal).Metadata.ContainsKey("incident_id") ? "" : "out")} incident_id"));
        }

        check.Note("answers", string.Join(", ", answers.Distinct()));

        await check.MatchAsync("For the caller, whatever nobody expected is the same: INTERNAL, UNEXPECTED, and an id. No word of the exception.");
    }

    private static async Task<(UsersLab Lab, FailingStore Store)> StartFailingAsync(LabCheck check)
    {
        var store = new FailingStore();
        check.Use<IUserStore>(store);
        return (await UsersLab.StartOnAsync(check, Path.Combine(check.MakeFolder(), "users.db")), store);
    }

    private static Func<Task> GetUserAsync(UsersLab lab) => async () => await lab.Quiet.GetUserAsync(new() { Id = 2 }, deadline: UsersLab.Soon);

    // Its text says of every code what it should not be taken for.
    private static SqliteException FailureOf(int code) => new(
        Expected.Contains(code & 255) ? $"SQLite Error {code}: 'no such table'." : "SQLite Error 5: 'database is locked, and is not a database'.",
        code & 255,
        code);

    [GeneratedRegex("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
