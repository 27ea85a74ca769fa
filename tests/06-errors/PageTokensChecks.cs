using System.Buffers.Text;
using System.Globalization;
using Grpc.Core;
using Workshop.Harness;
using Workshop.Users.V3;

namespace Workshop.Checks;

public sealed class PageTokensChecks
{
    [Fact, Trait("Todo", "06.8")]
    public async Task Goes_on_where_the_page_before_ended()
    {
        await using var check = new LabCheck();
        var lab = await StartAsync(check);

        var token = await NotePageAsync(check, lab, new() { PageSize = 2 });
        token = await NotePageAsync(check, lab, new() { PageSize = 2, PageToken = token });
        lab.Execute("DELETE FROM users WHERE id IN (1, 3); UPDATE users SET id = 5000000006 WHERE id = 6");
        lab.Insert(UsersLab.NewUser("late"));
        check.Note("meanwhile", "1 and 3 were removed, 6 became 5000000006, 5000000007 was added");
        token = await NotePageAsync(check, lab, new() { PageSize = 2, PageToken = token });
        await NotePageAsync(check, lab, new() { PageSize = 2, PageToken = token });

        await check.MatchAsync("A token says behind which id the next page begins. How many users came before says nothing: some may be gone.");
    }

    [Fact, Trait("Todo", "06.8")]
    public async Task Refuses_a_token_that_somebody_made_or_changed()
    {
        await using var check = new LabCheck();
        var lab = await StartAsync(check);
        var token = await NotePageAsync(check, lab, new() { PageSize = 2 });
        var noBase64 = $"{token[..Math.Max(0, token.Length - 1)]}!";
        check.ShowAs(noBase64, "TOKEN!");
        check.ShowAs(token.Length > 0 ? token : "no token", "TOKEN");

        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = noBase64 }));
        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = "4" }));
        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = "AAAAAAAAAAQ" }));
        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = token + "AAAA" }));
        check.Note("sent", "the token with another byte, for each of its bytes");
        check.Note("answers", await TakenAsync(lab, token, (bytes, i) => [.. bytes[..i], (byte)(bytes[i] ^ 1), .. bytes[(i + 1)..]]));
        check.Note("sent", "the token cut behind each of its bytes, and without the first one");
        check.Note("answers", await TakenAsync(lab, token, (bytes, i) => i + 1 < bytes.Length ? bytes[..(i + 1)] : bytes[1..]));
        var other = await StartAsync(check, "fedcba9876543210fedcba9876543210");
        check.Note("sent", "the token to a server with another key");
        check.Note("answer", await PageAsync(other, token));

        await check.MatchAsync("What a token says is signed with the key by HMAC, and a token is read only when all of its signature is right: the last byte, too.");
    }

    [Fact, Trait("Todo", "06.8")]
    public async Task Refuses_a_token_of_another_filter()
    {
        await using var check = new LabCheck();
        var lab = await StartAsync(check);
        var token = await NotePageAsync(check, lab, new() { PageSize = 2, Role = Role.User, UsernamePrefix = "user-" });
        check.ShowAs(token.Length > 0 ? token : "no token", "TOKEN");

        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = token }));
        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = token, Role = Role.User, UsernamePrefix = "user" }));
        await check.CallAsync(async () => await ListAsync(lab.Client, new() { PageSize = 2, PageToken = token, Role = Role.Admin, UsernamePrefix = "user-" }));
        await NotePageAsync(check, lab, new() { PageSize = 3, PageToken = token, Role = Role.User, UsernamePrefix = "user-" });
        for (var i = 7; i <= 9; i++)
        {
            lab.Insert(UsersLab.NewUser($"1-{i}"));
        }

        check.Note("sent", "the role 1 and the prefix 1");
        token = await NotePageAsync(check, lab, new() { PageSize = 2, Role = (Role)1, UsernamePrefix = "1" });
        check.Note("sent", "the token of that, with the role 11 and no prefix");
        check.Note("answer", await Statuses.OfAsync(async () => await ListAsync(lab.Quiet, new() { PageSize = 2, PageToken = token, Role = (Role)11 })));

        await check.MatchAsync("The filter belongs to what is signed: role and username_prefix. The size of a page does not. As texts side by side, 1 and 1 are the same as 11 and nothing: give each part a fixed length.");
    }

    // root is 1, the five others 2 to 6.
    private static async Task<UsersLab> StartAsync(LabCheck check, string key = "0123456789abcdef0123456789abcdef")
    {
        // The same key in each run, so that a run says what the one before said.
        var lab = await UsersLab.StartAsync(check, $"--Users:PageTokenKey={key}");
        for (var i = 2; i <= 6; i++)
        {
            lab.Insert(UsersLab.NewUser($"user-{i}"));
        }

        return lab;
    }

    // Which changes of a token are not refused, by the number of the byte.
    private static async Task<string> TakenAsync(UsersLab lab, string token, Func<byte[], int, byte[]> change)
    {
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > 0 } bytes || Base64Url.EncodeToString(bytes) != token)
        {
            return "the token is no Base64 for URLs";
        }

        var taken = new List<string>();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (await PageAsync(lab, Base64Url.EncodeToString(change(bytes, i))) is var page && page != "InvalidArgument PAGE_TOKEN_INVALID")
            {
                taken.Add(string.Create(CultureInfo.InvariantCulture, $"{i + 1} ({page})"));
            }
        }

        return taken.Count == 0 ? "always refused" : $"not refused at byte {string.Join(", ", taken)}";
    }

    private static async Task<string> PageAsync(UsersLab lab, string token)
    {
        var ids = "";
        var status = await Statuses.OfAsync(async () =>
            ids = string.Join(" ", (await ListAsync(lab.Quiet, new() { PageSize = 2, PageToken = token })).Select(response => response.User.Id)));
        return $"{status} {ids}".TrimEnd();
    }

    // A token is the student's own text: what a page says is noted, and not how.
    private static async Task<string> NotePageAsync(LabCheck check, UsersLab lab, ListUsersRequest request)
    {
        var page = new List<ListUsersResponse>();
        var status = await Statuses.OfAsync(async () => page = await ListAsync(lab.Quiet, request));
        var token = page.LastOrDefault()?.NextPageToken ?? "";
        var ids = string.Join(" ", page.Select(response => response.User.Id));
        check.Note("page", $"{status}: {ids}{(token.Length > 0 ? " and a token" : "")}");
        return token;
    }

    private static async Task<List<ListUsersResponse>> ListAsync(UserService.UserServiceClient client, ListUsersRequest request)
    {
        using var call = client.ListUsers(request, deadline: UsersLab.Soon);
        var page = new List<ListUsersResponse>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            page.Add(response);
        }

        return page;
    }
}
