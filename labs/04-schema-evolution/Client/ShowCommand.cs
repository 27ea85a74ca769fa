using System.CommandLine;
using Workshop.ServiceDefaults;
using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>The command <c>show</c>, of an old client: it was built with version 1 as it is out there.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "The user." };
        return ClientCommand.Create(
            "show",
            "As a client of version 1: print a user.",
            (parsed, options) => ShowAsync(parsed.GetValue(id), options, parsed.InvocationConfiguration.Output),
            id);
    }

    private static async Task ShowAsync(long id, ClientOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var users = new UserService.UserServiceClient(channel);
        var response = await users.GetUserAsync(new GetUserRequest { Id = id }, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
        var user = response.User;
        await output.WriteLineAsync($"{user.Id}  {Plain(user.Username)}  {RoleLabel.Of(user.Role)}");
    }

    // What a server sends must not reach a terminal raw.
    private static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
