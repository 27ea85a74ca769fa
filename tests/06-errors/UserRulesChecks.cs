using Workshop.Harness;
using Workshop.Users.V3;

namespace Workshop.Checks;

public sealed class UserRulesChecks
{
    private const string Next = "Collect a FieldViolation for each field that breaks the contract, in the order of the fields; refuse at the end, once.";

    [Fact, Trait("Todo", "06.1")]
    public async Task Refuses_everything_that_is_wrong_at_once()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        var user = new User { Username = "Ada Lovelace", Email = "ada", Tags = { "math", "" }, Phone = new string('1', 33) };

        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new() { User = user }));
        await check.CallAsync(async () => await lab.Client.CreateUserAsync(new()));
        user = new User
        {
            Username = Words("xylophone", 10 * 1024),
            Email = "quokka",
            Tags = { Words("zeppelin", 33) },
            Phone = Words("bassoon", 33),
            Address = new Address { Street = Words("mongoose", 16 * 1024) },
        };
        user.Metadata.Add(Enumerable.Range(0, 21).ToDictionary(i => $"walrus-{i}", _ => "narwhal"));
        check.Note("sent", "a username of 10 KiB, and each other text too long or of another form");
        check.Note("repeated", await Statuses.RepeatedAsync(
            async () => await lab.Quiet.CreateUserAsync(new() { User = user }, deadline: UsersLab.Soon),
            "xylophone", "quokka", "zeppelin", "bassoon", "mongoose", "walrus", "narwhal"));

        check.IfReceived("repeated", "InvalidArgument", "Nothing of what was sent belongs into a sentence: the client has it, and the answer must not grow with it.");
        await check.MatchAsync(Next);
    }

    [Fact, Trait("Todo", "06.1")]
    public async Task Accepts_what_is_just_within_the_limits()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        var user = new User
        {
            Username = "a-z_0.9" + new string('x', 25),
            Email = new string('e', 252) + "@x",
            Role = Role.Moderator,
            Phone = new string('1', 32),
            Tags = { Enumerable.Repeat(new string('t', 32), 9), string.Concat(Enumerable.Repeat("🦉", 32)) },
            SignIns = { 1, 2, 3, 4, 5 },
            Etag = new string('e', 17 * 1024),
        };
        for (var i = 0; i < 20; i++)
        {
            user.Metadata.Add($"k{i}", "");
        }

        check.Note("sent", "a user with every field at its limit, and 17 KiB of etag, which is not read");
        check.Note("answer", await Statuses.OfAsync(async () => await lab.Quiet.CreateUserAsync(new() { User = user }, deadline: UsersLab.Soon)));
        (string What, Action<User> Change)[] cases =
        [
            ("an email of 3 characters", user => user.Email = "a@b"),
            ("an email of signs", user => user.Email = "!\"#$%&'()*+,-./:;<=>?[\\]^_`{|}~@~"),
            ("a username that begins with a digit", user => user.Username = "0b"),
            ("a username of a dot", user => user.Username = "."),
            ("a phone of 32 owls", user => user.Phone = string.Concat(Enumerable.Repeat("🦉", 32))),
            ("a phone that is empty", user => user.Phone = ""),
            ("a sign-in before 1970", user => user.SignIns.Add(-1)),
            ("an empty key of metadata", user => user.Metadata.Add("", "")),
            ("16,384 bytes as a whole", user => Fill(user, 16 * 1024)),
        ];
        await check.CallAsync(async () =>
        {
            foreach (var (i, (what, change)) in cases.Index())
            {
                user = UsersLab.NewUser($"user-{i}");
                change(user);
                check.Note("sent", what);
                check.Note("answer", await Violations.OfAsync(async () => await lab.Quiet.CreateUserAsync(new() { User = user }, deadline: UsersLab.Soon)));
            }
        });

        check.Note("stored", lab.Names());

        await check.MatchAsync("The limits in users.proto are the last values that are allowed: 32 characters are, 33 are not. What it does not forbid is allowed. A character is a Unicode code point: EnumerateRunes counts them.");
    }

    [Fact, Trait("Todo", "06.1")]
    public async Task Refuses_each_value_that_is_just_outside()
    {
        await using var check = new LabCheck();
        var lab = await UsersLab.StartAsync(check);
        (string What, Action<User> Break)[] cases =
        [
            ("a username of 33 characters", user => user.Username = new string('x', 33)),
            ("a username with a capital letter", user => user.Username = "Ada"),
            ("a username with a line feed at its end", user => user.Username = "ada\n"),
            ("a username with a letter of another alphabet", user => user.Username = "zoë"),
            ("an email of 255 characters", user => user.Email = new string('e', 253) + "@x"),
            ("an email with two @", user => user.Email = "a@b@c"),
            ("an email with @ at its beginning", user => user.Email = "@ada"),
            ("an email with @ at its end", user => user.Email = "ada@"),
            ("an email with a line feed", user => user.Email = "a@b\n"),
            ("an email with a blank", user => user.Email = "a b@c"),
            ("an email with the character 127", user => user.Email = "a@b\u007f"),
            ("an email with a letter of another alphabet", user => user.Email = "zoë@x"),
            ("a role that is none", user => user.Role = (Role)9),
            ("11 tags", user => user.Tags.Add(Enumerable.Repeat("t", 11))),
            ("a tag of 33 characters", user => user.Tags.Add(new string('t', 33))),
            ("11 tags, the last of 33 characters", user => user.Tags.Add([.. Enumerable.Repeat("t", 10), new string('t', 33)])),
            ("a tag of 34 characters, 17 letters with an accent each", user => user.Tags.Add(Words("e\u0301", 34))),
            ("6 sign-ins", user => user.SignIns.Add([1, 2, 3, 4, 5, 6])),
            ("a phone of 33 owls", user => user.Phone = string.Concat(Enumerable.Repeat("🦉", 33))),
            ("21 entries of metadata", user => user.Metadata.Add(Enumerable.Range(0, 21).ToDictionary(i => $"k{i}", _ => ""))),
            ("16,385 bytes as a whole", user => Fill(user, (16 * 1024) + 1)),
        ];

        await check.CallAsync(async () =>
        {
            foreach (var (what, @break) in cases)
            {
                var user = UsersLab.NewUser("ada");
                @break(user);
                check.Note("sent", what);
                check.Note("answer", await Violations.OfAsync(async () => await lab.Quiet.CreateUserAsync(new() { User = user }, deadline: UsersLab.Soon)));
            }
        });

        await check.MatchAsync("The contract has a limit for each of these fields, and one for the whole user: CalculateSize has its bytes.");
    }

    // At least so many characters.
    private static string Words(string word, int characters) => string.Concat(Enumerable.Repeat(word, (characters + word.Length - 1) / word.Length));

    // The lengths inside take 2 bytes for both streets, so a character more is a byte more.
    private static void Fill(User user, int bytes)
    {
        const int Street = 16_000;
        user.Address = new Address { Street = new string('s', Street) };
        user.Address.Street = new string('s', Street + bytes - user.CalculateSize());
    }
}
