using System.CommandLine;
using Google.Protobuf;
using Workshop.ServiceDefaults;
using Workshop.Users.Next;

namespace Workshop.Evolution;

/// <summary>The command <c>save</c>, of a new client: it knows every field of <c>users.proto</c>.</summary>
internal static class SaveCommand
{
    public static Command Create()
    {
        var json = new Argument<string>("JSON") { Description = "The user, such as '{\"id\": 7, \"username\": \"ada\"}'." };
        return ClientCommand.Create(
            "save",
            "As a client of your release: store a user, and print what is stored.",
            (parsed, options) => SaveAsync(parsed.GetValue(json)!, options, parsed.InvocationConfiguration.Output),
            json);
    }

    private static async Task SaveAsync(string json, ClientOptions options, TextWriter output)
    {
        using var channel = options.Connect();
        var users = new UserService.UserServiceClient(channel);
        var request = new SaveUserRequest { User = Parse(json) };
        var response = await users.SaveUserAsync(request, options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline);
        await output.WriteLineAsync(JsonFormatter.Default.Format(response.User));
        await output.WriteLineAsync($"bytes: {Convert.ToHexStringLower(response.User.ToByteArray())}");
    }

    private static User Parse(string json)
    {
        try
        {
            return User.Parser.ParseJson(json);
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new CommandException($"The JSON is no user: {problem.Message}", problem);
        }
    }
}
