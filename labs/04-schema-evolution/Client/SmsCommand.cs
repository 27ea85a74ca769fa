using System.CommandLine;
using Workshop.ServiceDefaults;
using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>The command <c>sms</c>, of an old client: it reads a user, changes the contact, and stores the user.</summary>
internal static class SmsCommand
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "The user." };
        var number = new Argument<string>("NUMBER") { Description = "The number to send messages to." };
        return ClientCommand.Create(
            "sms",
            "As a client of version 1: let a user be told by SMS.",
            (parsed, options) => ChangeAsync(parsed.GetValue(id), parsed.GetValue(number)!, options, parsed.InvocationConfiguration.Output),
            id,
            number);
    }

    private static async Task ChangeAsync(long id, string number, ClientOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var users = new UserService.UserServiceClient(channel);
        var deadline = DateTime.UtcNow + ClientOptions.CallDeadline;
        var user = (await users.GetUserAsync(new GetUserRequest { Id = id }, options.Headers, deadline)).User;
        ContactChange.ToSms(user, number);
        await users.SaveUserAsync(new SaveUserRequest { User = user }, options.Headers, deadline);
        await output.WriteLineAsync($"User {id} is told by SMS now.");
    }
}
