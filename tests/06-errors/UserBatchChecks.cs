using Grpc.Core;
using Workshop.Harness;
using Workshop.Users.V3;

namespace Workshop.Checks;

public sealed class UserBatchChecks
{
    [Fact, Trait("Todo", "06.9")]
    public async Task Stores_seven_of_ten_and_says_why_not_the_others()
    {
        await using var check = new LabCheck();
        // As many as there are when the first batch is stored.
        var lab = await UsersLab.StartAsync(check, "--Users:MaxUsers=8");
        var batch = Enumerable.Range(0, 10).Select(i => UsersLab.NewUser($"user-{i}")).ToList();
        batch[2].Role = Role.Unspecified;
        batch[5].Username = "user-0";
        batch[8].Email = "ROOT@workshop.example";

        await check.CallAsync(() => SendAsync(lab, batch));
        check.Note("stored", lab.Names());
        batch = [.. Enumerable.Range(0, 102).Select(i => UsersLab.NewUser($"late-{i}", i % 2 == 0 ? Role.Unspecified : Role.User))];
        check.Note("sent", "102 users, every other one without a role, to a directory that is full");
        check.Note("answer", await Statuses.OfAsync(async () => await NoteRefusedAsync(check, lab, batch)));

        await check.MatchAsync("position counts all messages from 0. The status is the whole one of the refusal, details included: GetRpcStatus has it.");
    }

    [Fact, Trait("Todo", "06.9")]
    public async Task Stores_none_when_the_server_fails_at_one()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Execute("CREATE TRIGGER broken BEFORE INSERT ON users WHEN NEW.username = 'user-1' BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END");

        check.Note("sent", "3 users, at the second of which the database fails");
        check.Note("answer", (await Statuses.OfAsync(() => SendAsync(lab, [.. Enumerable.Range(0, 3).Select(i => UsersLab.NewUser($"user-{i}"))], isQuiet: true)))
            .StartsWith("OK", StringComparison.Ordinal) ? "OK" : "an error");
        check.Note("stored", lab.Names());

        await check.MatchAsync("Only a refusal of one user, an RpcException, belongs into the answer. Anything else must leave Store: then nothing is stored.");
    }

    private static async Task NoteRefusedAsync(LabCheck check, UsersLab lab, List<User> batch)
    {
        var refused = (await SendAsync(lab, batch, isQuiet: true)).Refused;
        check.Note("positions", refused.Select(user => user.Position).SequenceEqual(Enumerable.Range(0, batch.Count)) ? "all" : $"{refused.Count}");
        check.Note("statuses", string.Join(", ", refused.GroupBy(user => (StatusCode?)user.Status?.Code).Select(group => $"{group.Count()} {group.Key}")));
    }

    private static async Task<CreateUsersResponse> SendAsync(UsersLab lab, IReadOnlyList<User> batch, bool isQuiet = false)
    {
        using var call = (isQuiet ? lab.Quiet : lab.Client).CreateUsers(deadline: UsersLab.Soon);
        foreach (var user in batch)
        {
            await call.RequestStream.WriteAsync(new CreateUsersRequest { User = user });
        }

        await call.RequestStream.CompleteAsync();
        return await call;
    }
}
