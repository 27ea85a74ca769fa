using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed partial class UnexpectedChecks
{
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
        var (failing, store) = await FailingStore.StartAsync(check);
        store.Failure = FailingStore.FailureOf(10);
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
        var (failing, store) = await FailingStore.StartAsync(check);
        store.Failure = new InvalidOperationException("The numbat is ill.", new IOException("The quagga is gone."));
        check.Note("thrown", "an exception with another one in it");
        check.Note("repeated", await Statuses.RepeatedAsync(FailingStore.GetUserAsync(failing), "numbat", "quagga", "InvalidOperation", "IOException"));
        check.Note("thrown", $"each code of SQLite but {string.Join(", ", FailingStore.Expected)}");
        var answers = new List<string>();
        await check.CallAsync(async () =>
        {
            foreach (var code in FailingStore.Codes.Where(code => !FailingStore.Expected.Contains(code & 255)))
            {
                store.Failure = FailingStore.FailureOf(code);
                answers.Add(await Statuses.OfAsync(FailingStore.GetUserAsync(failing), refusal =>
                    $"{refusal.StatusCode} {Statuses.InfoOf(refusal).Reason} with{(Statuses.InfoOf(refusal).Metadata.ContainsKey("incident_id") ? "" : "out")} incident_id"));
            }
        });

        check.Note("answers", string.Join(", ", answers.Distinct()));

        await check.MatchAsync("For the caller, whatever nobody expected is the same: INTERNAL, UNEXPECTED, and an id. No word of the exception.");
    }

    [GeneratedRegex("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
