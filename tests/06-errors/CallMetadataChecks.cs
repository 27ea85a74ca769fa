using Grpc.Core;
using Workshop.Harness;

namespace Workshop.Checks;

public sealed class CallMetadataChecks
{
    [Fact, Trait("Todo", "06.10")]
    public async Task Sends_the_id_back_and_logs_it()
    {
        await using var check = new LabCheck();
        check.UseTime(new ManualTime());
        var lab = await UsersLab.StartAsync(check);

        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 1 }, new Metadata { { "Request-Id", "order-17.a_b" } }));
        NoteLog(check, "order-17.a_b");

        await check.MatchAsync("The id goes into the log and into the response headers before the call begins; took-ms is a trailer. Keys are in small letters when they arrive.");
    }

    [Fact, Trait("Todo", "06.10")]
    public async Task Sends_the_id_back_with_a_refusal()
    {
        await using var check = new LabCheck();
        check.UseTime(new ManualTime());
        var lab = await UsersLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var call = lab.Client.ListUsers(new() { PageSize = -1 }, new Metadata { { "request-id", "r1" } });
            await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        });
        lab.Insert(UsersLab.NewUser("ada"), [0xFF]);
        check.Note("sent", "the id r1 with a call at which the server fails");
        check.Note("facts", await Statuses.OfAsync(
            async () => await lab.Quiet.GetUserAsync(new() { Id = 2 }, new Metadata { { "request-id", "r1" } }, UsersLab.Soon),
            refusal => string.Join(", ", Statuses.InfoOf(refusal).Metadata.Keys.Order(StringComparer.Ordinal))));

        await check.MatchAsync("The status of a refusal can be read by GetRpcStatus, changed, and made an exception again by ToRpcException: ErrorInfo gets request_id beside what it has.");
    }

    [Fact, Trait("Todo", "06.10")]
    public async Task Takes_an_id_of_16_bytes()
    {
        await using var check = new LabCheck();
        check.UseTime(new ManualTime());
        var lab = await UsersLab.StartAsync(check);
        byte[] id = [0, 1, 2, 3, 4, 5, 6, 7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF];

        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 1 }, new Metadata { { "request-id-bin", id } }));
        NoteLog(check, "0001020304050607f8f9fafbfcfdfeff");

        await check.MatchAsync("A key that ends with -bin has bytes: ValueBytes. As text they are hexadecimal digits.");
    }

    [Fact, Trait("Todo", "06.10")]
    public async Task Says_how_long_it_took()
    {
        await using var check = new LabCheck();
        var time = check.UseTime(new ManualTime());
        var lab = await UsersLab.StartAsync(check);

        await check.CallAsync(async () =>
        {
            using var occupied = lab.Occupy();
            using var call = lab.Client.CreateUserAsync(new() { User = UsersLab.NewUser("ada") }, new Metadata { { "request-id", "r2" } });
            // The id is there: the call has begun, and waits for the one place of a writer.
            await call.ResponseHeadersAsync;
            time.Advance(TimeSpan.FromMilliseconds(1500.4));
            occupied.Dispose();
            await call;
        });

        await check.MatchAsync("took-ms is the time from the call's beginning to its end, in whole milliseconds: time.GetTimestamp at the beginning, time.GetElapsedTime at the end.");
    }

    [Fact, Trait("Todo", "06.10")]
    public async Task Refuses_an_id_that_could_do_harm()
    {
        await using var check = new LabCheck();
        check.UseTime(new ManualTime());
        var lab = await UsersLab.StartAsync(check);
        (string What, Metadata Headers)[] cases =
        [
            ("a text with spaces and a quote", new() { { "request-id", "a 'b; rm" } }),
            ("a text of 65 letters", new() { { "request-id", new string('x', 65) } }),
            ("an empty text", new() { { "request-id", "" } }),
            ("two ids", new() { { "request-id", "a" }, { "request-id", "b" } }),
            ("two ids, a text and 16 bytes", new() { { "request-id", "a" }, { "request-id-bin", new byte[16] } }),
            ("15 bytes", new() { { "request-id-bin", new byte[15] } }),
        ];

        await check.CallAsync(async () =>
        {
            foreach (var (what, headers) in cases)
            {
                check.Note("sent", what);
                check.Note("answer", await Statuses.OfAsync(async () => await lab.Quiet.GetUserAsync(new() { Id = 1 }, headers, UsersLab.Soon)));
            }
        });

        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 1 }, cases[0].Headers));
        NoteLog(check, "a 'b; rm");

        await check.MatchAsync("1 to 64 letters, digits, '.', '_' and '-'; nothing else gets into the log or into an answer. An id that is refused is not sent back.");
    }

    // What a client sees was logged before: the log line of the call itself comes later, and has no id.
    private static void NoteLog(LabCheck check, string id) => check.Note(
        "in the log", check.LogLines.Any(line => line.Contains(id, StringComparison.Ordinal)) ? "the id" : "no id");
}
