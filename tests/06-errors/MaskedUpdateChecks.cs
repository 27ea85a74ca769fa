using Google.Protobuf.WellKnownTypes;
using Workshop.Harness;
using Workshop.Users.V3;

namespace Workshop.Checks;

public sealed class MaskedUpdateChecks
{
    [Fact, Trait("Todo", "06.7")]
    public async Task Changes_only_what_the_mask_names()
    {
        await using var check = new LabCheck();
        var lab = await StartAsync(check);
        var sent = new User { Id = 2, Username = "eve", Email = "new@workshop.example", Role = Role.Admin };

        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = sent, UpdateMask = Mask("email", "phone") }));
        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 2 }));
        check.Note("sent", "16 paths");
        check.Note("answer", await Violations.OfAsync(async () =>
            await lab.Quiet.UpdateUserAsync(new() { User = sent, UpdateMask = Mask([.. Enumerable.Repeat("email", 16)]) }, deadline: UsersLab.Soon)));

        await check.MatchAsync("Named fields are taken as they were sent, all others as they are stored. A named field that was not sent is not there any longer.");
    }

    [Fact, Trait("Todo", "06.7")]
    public async Task Replaces_a_list_and_a_message_as_a_whole()
    {
        await using var check = new LabCheck();
        var lab = await StartAsync(check);
        var sent = new User { Id = 2, Tags = { "c" }, Address = new Address { City = "Bath" }, Metadata = { ["k"] = "new" } };

        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = sent, UpdateMask = Mask("tags", "address", "metadata") }));
        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = new User { Id = 2 }, UpdateMask = Mask("tags", "address") }));

        await check.MatchAsync("A list that is named is replaced, and so is a message: merging alone makes lists longer and keeps the old parts.");
    }

    [Fact, Trait("Todo", "06.7")]
    public async Task Refuses_each_path_that_cannot_be_changed()
    {
        await using var check = new LabCheck();
        var lab = await StartAsync(check);
        var sent = UsersLab.NewUser("ada");
        sent.Id = 2;

        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = sent, UpdateMask = Mask("emial", "email", "id", "address.city", "etag", "created_at", "") }));
        await check.CallAsync(async () => await lab.Client.UpdateUserAsync(new() { User = sent, UpdateMask = Mask([.. Enumerable.Repeat("email", 17)]) }));
        await check.CallAsync(async () =>
        {
            foreach (var path in (string[])["MetadataEntry.key", "signIns", "Email", " email", "email ", "user.email", "tags[0]", "*"])
            {
                check.Note("sent", $"the path '{path}'");
                check.Note("answer", await Violations.OfAsync(async () =>
                    await lab.Quiet.UpdateUserAsync(new() { User = sent, UpdateMask = Mask(path) }, deadline: UsersLab.Soon)));
            }
        });

        check.Note("sent", "a path of 10 KiB");
        check.Note("repeated", await Statuses.RepeatedAsync(
            async () => await lab.Quiet.UpdateUserAsync(
                new() { User = sent, UpdateMask = Mask(string.Concat(Enumerable.Repeat("xylophone.", 1024))) }, deadline: UsersLab.Soon),
            "xylophone"));
        await check.CallAsync(async () => await lab.Client.GetUserAsync(new() { Id = 2 }));

        await check.MatchAsync("The fields are those of User.Descriptor.Fields.InFieldNumberOrder(), by their Name, letter for letter: FindFieldByName finds more. A violation for each wrong path names it as update_mask.paths[i].");
    }

    private static async Task<UsersLab> StartAsync(LabCheck check)
    {
        var lab = await UsersLab.StartAsync(check);
        var user = UsersLab.NewUser("ada");
        user.Phone = "555";
        user.Tags.Add(["a", "b"]);
        user.Address = new Address { Street = "Old Street", City = "London" };
        user.Metadata["old"] = "1";
        lab.Insert(user);
        return lab;
    }

    private static FieldMask Mask(params IEnumerable<string> paths) => new() { Paths = { paths } };
}
