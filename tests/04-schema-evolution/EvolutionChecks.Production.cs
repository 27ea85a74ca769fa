using Google.Protobuf;
using Google.Protobuf.Reflection;
using Workshop.Evolution;
using Workshop.Evolution.Gate;
using Workshop.Harness;
using Type = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;
using V1 = Workshop.Users.V1;
using V2 = Workshop.Users.V2;

namespace Workshop.Checks;

public sealed partial class EvolutionChecks
{
    [Fact, Trait("Todo", "04.7")]
    public async Task An_old_proxy_forwards_what_it_does_not_know()
    {
        await using var check = new LabCheck();
        using var culture = new ServerCulture("tr-TR");
        var directory = new StoredDirectory();
        var upstream = await check.StartPeerAsync(directory);
        var calls = await check.StartAsync(EvolutionApp.Create, "--Directory:Serve=Proxy", $"--Directory:Upstream={upstream}");
        var newer = new V2.User { Id = 7, Username = "Ida", Email = "IDA@Example.COM", Phone = "555", Address = new() { City = "London" }, Tags = { "a", "b" } };

        await check.CallAsync(async () =>
        {
            var client = new V1.UserService.UserServiceClient(calls);
            await client.SaveUserAsync(new() { User = V1.User.Parser.ParseFrom(newer.ToByteArray()) });
            await client.SaveUserAsync(new() { User = new V1.User { Id = 8, Fax = "556", Active = true, Joined = new() { Seconds = 1 }, SignIns = { 1, 2 } } });
        });

        check.Note("stored", $"{directory.Read(7)}");
        check.Note("stored", $"{V1.User.Parser.ParseFrom(directory.Read(8).ToByteArray())}");
        await check.MatchAsync("Change the message that came, or a Clone() of it: a new User with the fields that you know has nothing else. And small letters are those of no language: ToLowerInvariant.");
    }

    [Fact, Trait("Todo", "04.8")]
    public async Task An_old_client_has_the_last_word_on_a_oneof()
    {
        await using var check = new LabCheck();
        var directory = new StoredDirectory()
            .With(new V2.User { Id = 7, Phone = "555", Contact = new() { Chat = "@ada" } })
            .With(new V2.User { Id = 8, Contact = new() { Email = "grace@example.com" } })
            .With(new V2.User { Id = 9 });
        var server = await check.StartPeerAsync(directory);

        foreach (var id in (string[])["7", "8", "9"])
        {
            await RunAsync(check, "sms", id, "556", "--server", server);
            check.Note("new reads", $"{directory.Read(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))}");
        }

        check.NoteBytes("bytes", directory.Read(7).Contact, V1.Contact.Descriptor);
        await check.MatchAsync("The old Contact may hold a member that is unknown here, and the last member on the wire wins: put a new Contact in its place.");
    }

    [Fact, Trait("Todo", "04.9")]
    public async Task A_client_of_version_1_loses_nothing_of_version_2()
    {
        await using var check = new LabCheck();
        var calls = await check.StartAsync(EvolutionApp.Create, "--Directory:Serve=TwoVersions");
        var (first, second) = (new V1.UserService.UserServiceClient(calls), new V2.UserService.UserServiceClient(calls));

        await check.CallAsync(async () =>
        {
            await second.SaveUserAsync(new()
            {
                User = new() { Id = 7, Username = "ada", Phone = "", Role = V2.Role.Moderator, Address = new() { Street = "12, St James's Square", City = "London", Country = "UK" }, Contact = new() { Chat = "@ada" } },
            });
            var user = (await first.GetUserAsync(new() { Id = 7 })).User;
            user.Username = "lovelace";
            await first.SaveUserAsync(new() { User = user });
            await second.GetUserAsync(new() { Id = 7 });
        });

        await check.MatchAsync("Both versions have the same numbers: what one writes, the other can read, and keeps. An address whose line did not change stays as it is stored.");
    }

    [Fact, Trait("Todo", "04.9")]
    public async Task Both_versions_see_one_address()
    {
        await using var check = new LabCheck();
        var calls = await check.StartAsync(EvolutionApp.Create, "--Directory:Serve=TwoVersions");
        var (first, second) = (new V1.UserService.UserServiceClient(calls), new V2.UserService.UserServiceClient(calls));

        await check.CallAsync(async () =>
        {
            await first.SaveUserAsync(new() { User = new() { Id = 7, Address = "1 High Street, Leeds, UK" } });
            await second.GetUserAsync(new() { Id = 7 });
            var user = (await first.GetUserAsync(new() { Id = 7 })).User;
            user.Address = "2 Low Street, York, UK";
            check.NoteBytes("version 1", user, V1.User.Descriptor);
            await first.SaveUserAsync(new() { User = user });
            check.NoteBytes("version 2", (await second.GetUserAsync(new() { Id = 7 })).User, V2.User.Descriptor);
            user.Address = "";
            await first.SaveUserAsync(new() { User = user });
            await second.GetUserAsync(new() { Id = 7 });
        });

        await check.MatchAsync("AddressLine knows both forms. Take the other version's address out before you read the bytes, and parse the line only when it changed.");
    }

    [Fact, Trait("Todo", "04.10")]
    public async Task The_gate_finds_fields_that_are_deleted_or_reused()
    {
        await using var check = new LabCheck();

        await check.CallAsync(() =>
        {
            Judge(check, "fax is deleted", user => Delete(user, 8));
            Judge(check, "and its number reserved", user => Reserve(Delete(user, 8), 8, 9, null));
            Judge(check, "and its name reserved", user => Reserve(Delete(user, 8), 0, 0, "fax"));
            Judge(check, "and both reserved", user => Reserve(Delete(user, 8), 8, 9, "fax"));
            Judge(check, "and reserved 6 to 9", user => Reserve(Delete(user, 8), 6, 10, "fax"));
            Judge(check, "and reserved 5 to 7", user => Reserve(Delete(user, 8), 5, 8, "fax"));
            Judge(check, "and reserved as FAX", user => Reserve(Delete(user, 8), 8, 9, "FAX"));
            Judge(check, "fax becomes Fax", user => Field(user, 8).Name = "Fax");
            Judge(check, "fax becomes phone", user => Field(user, 8).Name = "phone");
            Judge(check, "fax gets number 20", user => Field(user, 8).Number = 20);
            Judge(check, "fax is made again as 20", user => Reserve(Renumber(user, 8, 20), 8, 9, null));
            Judge(check, "fax and email swap", user => (Field(user, 8).Name, Field(user, 3).Name) = ("email", "fax"));
            Judge(check, "nothing changes", _ => { });
            return Task.CompletedTask;
        });

        await check.MatchAsync("Look fields up by their number, for that is what programs do. The end of a reserved range is the first number after it.");
    }

    [Fact, Trait("Todo", "04.11")]
    public async Task The_gate_knows_which_types_are_written_alike()
    {
        await using var check = new LabCheck();
        Type[] scalars =
        [
            Type.Int32, Type.Uint32, Type.Int64, Type.Uint64, Type.Bool, Type.Sint32, Type.Sint64, Type.Fixed32, Type.Sfixed32,
            Type.Fixed64, Type.Sfixed64, Type.Float, Type.Double, Type.String, Type.Bytes,
        ];

        await check.CallAsync(() =>
        {
            foreach (var before in scalars)
            {
                var readable = scalars.Where(after => after != before && !Finds("FIELD_WIRE_COMPATIBLE_TYPE", Scalar(before), Scalar(after)));
                check.Note(Name(before), string.Join(", ", readable.Select(Name).DefaultIfEmpty("no other type")));
            }

            foreach (var (name, before, after) in new[] { ("contact", 10, ".workshop.users.v1.User"), ("role", 6, ".workshop.users.v1.Rank"), ("role", 6, ".workshop.users.v1.Role") })
            {
                Judge(check, $"{name}: {after[1..]}", user => Field(user, before).TypeName = after, Category.Wire);
            }

            Judge(check, "role: int32", user => Retype(Field(user, 6), Type.Int32), Category.Wire);
            Judge(check, "contact: bytes", user => Retype(Field(user, 10), Type.Bytes), Category.Wire);
            return Task.CompletedTask;
        });

        await check.MatchAsync("Two types can be read as one another when the same bytes mean the same in both: task 04.11 lists which.");
    }

    // One change of the contract that is out there, and the ids of the rules that it breaks.
    private static void Judge(LabCheck check, string change, Action<DescriptorProto> make, Category category = Category.WireJson)
    {
        var (before, after) = (V1.UsersReflection.Descriptor.ToProto(), V1.UsersReflection.Descriptor.ToProto());
        make(after.MessageType.Single(message => message.Name == "User"));
        var findings = BreakingGate.Compare(new() { File = { before } }, new() { File = { after } }, category)
            .Select(finding => $"{finding.Rule} {finding.Element}").Order(StringComparer.Ordinal);
        check.Note("change", $"{change}\n{string.Join('\n', findings.DefaultIfEmpty("may go out"))}");
    }

    private static bool Finds(string rule, FileDescriptorProto before, FileDescriptorProto after) =>
        BreakingGate.Compare(new() { File = { before } }, new() { File = { after } }, Category.Wire).Any(finding => finding.Rule == rule);

    private static FileDescriptorProto Scalar(Type type) => new()
    {
        Name = "a.proto",
        Syntax = "proto3",
        MessageType = { new DescriptorProto { Name = "M", Field = { new FieldDescriptorProto { Name = "v", Number = 1, Type = type, Label = FieldDescriptorProto.Types.Label.Optional } } } },
    };

    private static string Name(Type type) => type.ToString().ToLowerInvariant();

    private static FieldDescriptorProto Field(DescriptorProto message, int number) => message.Field.Single(field => field.Number == number);

    private static void Retype(FieldDescriptorProto field, Type type)
    {
        field.Type = type;
        field.ClearTypeName();
    }

    private static DescriptorProto Delete(DescriptorProto message, int number)
    {
        message.Field.Remove(Field(message, number));
        return message;
    }

    private static DescriptorProto Renumber(DescriptorProto message, int number, int now)
    {
        Field(message, number).Number = now;
        return message;
    }

    private static DescriptorProto Reserve(DescriptorProto message, int start, int end, string? name)
    {
        if (end > 0)
        {
            message.ReservedRange.Add(new DescriptorProto.Types.ReservedRange { Start = start, End = end });
        }

        if (name is not null)
        {
            message.ReservedName.Add(name);
        }

        return message;
    }
}
