using Grpc.Core;
using Workshop.Harness;
using Workshop.Users.V3;

namespace Workshop.Checks;

public sealed class TwoWritersChecks
{
    [Fact, Trait("Todo", "06.3")]
    public async Task Refuses_a_change_that_was_made_from_an_old_state()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("ada"));
        var sentence = "";

        await check.CallAsync(async () =>
        {
            var first = (await lab.Client.GetUserAsync(new() { Id = 2 })).User;
            var second = first.Clone();
            first.Tags.Add("first");
            second.Tags.Add("second");
            await lab.Client.UpdateUserAsync(new() { User = first });
            try
            {
                await lab.Client.UpdateUserAsync(new() { User = second });
            }
            catch (RpcException refusal)
            {
                sentence = refusal.Status.Detail;
                throw;
            }
        });
        check.Note("new etag", sentence.Contains("v2", StringComparison.Ordinal) ? "in the sentence" : "not in the sentence");
        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 2 }));
        lab.Execute("UPDATE users SET version = 12 WHERE id = 2");
        await check.CallAsync(async () =>
        {
            foreach (var etag in (string[])["v", "v1", "v11", "v13", "v123", "V12", "12", "v012", " v12", "v12 ", "\"v12\"", " ", "*"])
            {
                var user = UsersLab.NewUser("ada");
                (user.Id, user.Etag) = (2, etag);
                check.Note("sent", $"the etag '{etag}', where 'v12' is stored");
                check.Note("answer", await Statuses.OfAsync(async () => await lab.Quiet.UpdateUserAsync(new() { User = user }, deadline: UsersLab.Soon)));
            }
        });

        await check.MatchAsync("Where the etag that was sent is not that of the stored user: ABORTED, and nothing is written. Almost the same is another one.");
    }

    [Fact, Trait("Todo", "06.3")]
    public async Task Writes_over_whatever_is_there_without_an_etag()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("ada"));
        var changed = UsersLab.NewUser("ada");
        (changed.Id, changed.Active) = (2, false);

        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = changed }));
        await check.CallAsync(async () => await lab.Client.DeleteUserAsync(new() { Id = 2, Etag = "v1" }));
        await check.CallAsync(async () => await lab.Client.DeleteUserAsync(new() { Id = 2, Etag = "v2" }));
        check.Note("stored", lab.Names());

        await check.MatchAsync("An empty etag asks for nothing. DeleteUser compares in the same place as UpdateUser.");
    }

    [Fact, Trait("Todo", "06.3")]
    public async Task Lets_one_of_many_writers_win()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("ada"));

        check.Note("sent", "20 changes from the same state, at once");
        await check.CallAsync(async () => check.Note("answers", await lab.AtOnceAsync(20, i => ChangeAsync("v1", i))));
        check.Note("sent", "20 changes from the state that another program changes before they can write");
        await check.CallAsync(async () => check.Note(
            "answers", await lab.AtOnceAsync(20, i => ChangeAsync("v2", i), "UPDATE users SET version = 3 WHERE id = 2")));

        await check.MatchAsync("Comparing and writing belong into one WriteAsync: between two transactions another writer fits, and not all are of this process.");

        async Task ChangeAsync(string etag, int i)
        {
            var user = UsersLab.NewUser("ada");
            (user.Id, user.Etag) = (2, etag);
            user.Tags.Add($"writer-{i}");
            await lab.Quiet.UpdateUserAsync(new() { User = user }, deadline: UsersLab.Soon);
        }
    }

    [Fact, Trait("Todo", "06.4")]
    public async Task Keeps_the_last_administrator()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        var asleep = UsersLab.NewUser("asleep", Role.Admin);
        asleep.Active = false;
        lab.Insert(asleep);
        var inactive = UsersLab.NewUser("root", Role.Admin);
        (inactive.Id, inactive.Active) = (1, false);
        var demoted = UsersLab.NewUser("root", Role.Moderator);
        demoted.Id = 1;

        await check.CallAsync(async () => await lab.Client.DeleteUserAsync(new() { Id = 1 }));
        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = inactive }));
        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = demoted }));
        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 1 }));
        check.Note("repeated", await Statuses.RepeatedAsync(
            async () => await lab.Quiet.DeleteUserAsync(new() { Id = 1 }, deadline: UsersLab.Soon), "root", "@workshop.example"));

        check.IfReceived("repeated", "FailedPrecondition", "The id is what the caller knows. Who the administrator is, it may not know.");
        await check.MatchAsync("The request is in order, and the state forbids it: FAILED_PRECONDITION, with a PreconditionFailure about users/1.");
    }

    [Fact, Trait("Todo", "06.4")]
    public async Task Lets_an_administrator_go_when_there_is_another_one()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("second", Role.Admin));

        await check.CallAsync(async () => await lab.Client.DeleteUserAsync(new() { Id = 1 }));
        check.Note("stored", lab.Names());
        await check.CallAsync(async () => await lab.Client.DeleteUserAsync(new() { Id = 2 }));
        lab.Insert(UsersLab.NewUser("third", Role.Admin));
        await check.CallAsync(async () => await lab.Client.DeleteUserAsync(new() { Id = 2 }));
        check.Note("stored", lab.Names());

        await check.MatchAsync("users.HasAdministratorBeside says whether there is another one: then there is nothing to refuse. Ask at each call, for it may be otherwise since the last one.");
    }
}
