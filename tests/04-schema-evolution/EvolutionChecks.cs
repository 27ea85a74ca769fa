using Google.Protobuf;
using Google.Protobuf.Reflection;
using Workshop.Evolution;
using Workshop.Harness;
using V1 = Workshop.Users.V1;
using V2 = Workshop.Users.V2;

namespace Workshop.Checks;

public sealed partial class EvolutionChecks
{
    private static readonly MessageDescriptor NewUser = Workshop.Users.Next.User.Descriptor;

    [Fact, Trait("Todo", "04.1")]
    public async Task Reads_the_fields_of_a_message()
    {
        await using var check = new LabCheck();

        await RunAsync(check, "bytes", "08 c0 c4 07 12 03 61 64 61 20 01");
        await RunAsync(check, "bytes", "5a 06 01 ac 02 ff ff 03", "--packed", "11");

        await check.MatchAsync("The lower 7 bits of each byte are part of the number, the lowest ones first; the highest bit says that another byte follows.");
    }

    [Fact, Trait("Todo", "04.1")]
    public async Task Reads_numbers_of_64_bits_and_tags_of_two_bytes()
    {
        await using var check = new LabCheck();

        await RunAsync(check, "bytes", "08 ff ff ff ff ff ff ff ff ff 01");
        await RunAsync(check, "bytes", "78 01 80 01 02 fa 7f 01 61");
        await RunAsync(check, "bytes", "fa ff ff ff 0f 01 61");

        await check.MatchAsync("A tag is a varint too: from field 16 on it has two bytes. Shift a ulong, for an int has no more than 32 bits.");
    }

    [Fact, Trait("Todo", "04.1")]
    public async Task Refuses_bytes_that_end_too_early_or_never()
    {
        await using var check = new LabCheck();

        foreach (var hex in (string[])["08 80", "08 ff ff ff ff ff ff ff ff ff ff 01"])
        {
            await RunAsync(check, "bytes", hex);
            check.Says("stderr", "no message");
        }

        await check.MatchAsync("When there is no further byte, or after ten of them, throw a FormatException.");
    }

    [Fact, Trait("Todo", "04.2")]
    public async Task An_old_client_keeps_the_phone_number_that_it_does_not_know()
    {
        await using var check = new LabCheck();
        var calls = await check.StartAsync(EvolutionApp.Create);
        var (old, next) = (new V1.UserService.UserServiceClient(calls), new Workshop.Users.Next.UserService.UserServiceClient(calls));

        await check.CallAsync(async () =>
        {
            await next.SaveUserAsync(new() { User = New("""{ "id": 7, "username": "ada", "phone": "555" }""", check) });
            var user = (await old.GetUserAsync(new() { Id = 7 })).User;
            user.Username = "lovelace";
            check.NoteBytes("old sends", user, V1.User.Descriptor);
            await old.SaveUserAsync(new() { User = user });
            await next.GetUserAsync(new() { Id = 7 });
        });

        await check.MatchAsync("Give phone a number that no field has or had, such as 12: whoever does not know it keeps it as an unknown field.");
    }

    [Fact, Trait("Todo", "04.2")]
    public async Task A_new_client_tells_an_old_server_that_there_is_no_phone()
    {
        await using var check = new LabCheck();
        var old = new StoredDirectory();
        var server = await check.StartPeerAsync(old);

        await RunAsync(check, "save", """{"id":7,"phone":""}""", "--server", server);
        await RunAsync(check, "save", """{"id":8}""", "--server", server);

        check.Note("stored", $"7: phone {Presence(old.Read(7))}; 8: phone {Presence(old.Read(8))}");
        await check.MatchAsync("An empty number and no number are two things: only an optional field tells them apart.");
    }

    [Fact, Trait("Todo", "04.3")]
    public async Task Nobody_can_use_the_number_or_the_name_of_fax_again()
    {
        await using var check = new LabCheck();
        var old = new V1.UserService.UserServiceClient(await check.StartAsync(EvolutionApp.Create));

        await check.CallAsync(async () =>
        {
            await old.SaveUserAsync(new() { User = new V1.User { Id = 7, Fax = "556" } });
            await old.GetUserAsync(new() { Id = 7 });
        });
        var message = NewUser.ToProto();
        check.NoteBytes("new reads", new V1.User { Id = 7, Fax = "556" }, NewUser);
        check.Note("field 8", NewUser.FindFieldByNumber(8)?.Name ?? "(none)");
        check.Note("reserved", string.Join(" and ", new[]
        {
            message.ReservedRange.Any(range => range.Start <= 8 && 8 < range.End) ? "the number 8" : "not the number 8",
            message.ReservedName.Contains("fax") ? "the name fax" : "not the name fax",
        }));

        await check.MatchAsync("Delete the field, and reserve its number and its name: two lines that begin with reserved.");
    }

    [Fact, Trait("Todo", "04.4")]
    public async Task An_old_client_says_that_it_does_not_know_a_role()
    {
        await using var check = new LabCheck();
        var server = await check.StartPeerAsync(new StoredDirectory()
            .With(new V2.User { Id = 1, Username = "ada", Role = V2.Role.Admin })
            .With(new V2.User { Id = 2, Username = "grace", Role = V2.Role.Moderator })
            .With(new V2.User { Id = 3, Username = "linus", Role = (V2.Role)(-1) })
            .With(new V2.User { Id = 4, Username = "alan", Role = V2.Role.User })
            .With(new V2.User { Id = 5, Username = "edsger" }));

        foreach (var id in (string[])["1", "2", "3", "4", "5"])
        {
            await RunAsync(check, "show", id, "--server", server);
        }

        await check.MatchAsync("C# keeps a value that its enum does not have, and a switch must expect it: print it as unknown (3).");
    }

    [Fact, Trait("Todo", "04.4")]
    public async Task A_new_client_can_make_a_moderator()
    {
        await using var check = new LabCheck();
        var old = new StoredDirectory();
        var server = await check.StartPeerAsync(old);

        await RunAsync(check, "save", """{"id":7,"role":"ROLE_MODERATOR"}""", "--server", server);

        check.Note("stored", $"role {(int)old.Read(7).Role}");
        check.Note("others", string.Join(", ", NewUser.FindFieldByName("role").EnumType.Values.Where(value => value.Number != 3).Select(value => $"{value.Name} {value.Number}")));
        await check.MatchAsync("Add ROLE_MODERATOR with the next number, 3, to Role in users.proto; leave the other values as they are.");
    }

    [Fact, Trait("Todo", "04.5")]
    public async Task JSON_has_the_old_name_and_code_the_new_one()
    {
        await using var check = new LabCheck();
        var server = await check.StartPeerAsync(new StoredDirectory());

        await RunAsync(check, "save", """{"id":7,"joined":"2024-01-15T10:30:00Z"}""", "--server", server);

        check.Note("field 5", NewUser.FindFieldByNumber(5) is { } field ? $"{field.Name}, {field.JsonName} in JSON" : "(none)");
        check.NoteBytes("bytes", new V1.User { Joined = new() { Seconds = 1705314600 } }, NewUser);
        await check.MatchAsync("Rename the field to created_at, keep its number, and set its json_name to what JSON has now: joined.");
    }

    [Fact, Trait("Todo", "04.6")]
    public async Task Judges_ten_changes()
    {
        await using var check = new LabCheck();

        await check.CallAsync(async () =>
        {
            await using var output = new StringWriter();
            await using var error = new StringWriter();
            await EvolutionCommandLine.RunAsync(["answers"], output, error);
            TenAnswers.Compare(output.ToString(), error.ToString()).ToList().ForEach(line => check.Note("answer", line));
        });

        await check.MatchAsync("Look again at what this line names. Task 04.6 says what wire, json, source and each reason mean; the page has a table.");
    }

    private static Task RunAsync(LabCheck check, string command, params string[] args) =>
        check.RunAsync((rest, output, error) => EvolutionCommandLine.RunAsync([command, .. rest], output, error), command, args);

    // What a client of the student's release makes of JSON. Nothing, where the release has no such field.
    private static Workshop.Users.Next.User New(string json, LabCheck check)
    {
        try
        {
            return Workshop.Users.Next.User.Parser.ParseJson(json);
        }
        catch (InvalidProtocolBufferException problem)
        {
            check.Note("users.proto", problem.Message);
            return new Workshop.Users.Next.User { Id = 7 };
        }
    }

    private static string Presence(V2.User user) => user.HasPhone ? $"\"{user.Phone}\"" : "(not set)";
}
