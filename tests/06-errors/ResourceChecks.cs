using Workshop.Harness;

namespace Workshop.Checks;

public sealed class ResourceChecks
{
    [Fact, Trait("Todo", "06.2")]
    public async Task Says_who_is_not_there()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);

        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 77 }));
        check.Says("detail", "77");
        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 1234567 }));

        await check.MatchAsync("NOT_FOUND with the reason USER_NOT_FOUND, and a ResourceInfo whose resource_name is users/77, or users/1234567: digits alone.");
    }

    [Fact, Trait("Todo", "06.2")]
    public async Task Says_which_value_is_taken()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        lab.Insert(UsersLab.NewUser("ada"));
        var sameEmail = UsersLab.NewUser("grace");
        sameEmail.Email = "ADA@workshop.example";
        var sameName = UsersLab.NewUser("ada");
        sameName.Email = "other@workshop.example";

        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = sameName }));
        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = sameEmail }));
        check.Note("stored", lab.Names());

        await check.MatchAsync("ALREADY_EXISTS, with a reason for each of the two fields, and a ResourceInfo that names the value that was sent.");
    }

    [Fact, Trait("Todo", "06.2")]
    public async Task Stores_a_name_once_however_many_ask_for_it()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);

        check.Note("sent", "CreateUser with the same name by 20 clients, at once");
        await check.CallAsync(async () => check.Note("answers", await lab.AtOnceAsync(20, async i =>
        {
            var user = UsersLab.NewUser("ada");
            user.Email = $"{i}@workshop.example";
            await lab.Quiet.CreateUserAsync(new() { User = user }, deadline: UsersLab.Soon);
        })));
        check.Note("stored", lab.Names());

        await check.MatchAsync("Whoever looks first and writes then comes too late: what the database says while it writes is the answer.");
    }
}
