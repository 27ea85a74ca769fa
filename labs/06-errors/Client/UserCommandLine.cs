using System.CommandLine;
using Grpc.Core;
using Workshop.Errors.Tour;
using Workshop.ServiceDefaults;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>The program's command line: without a command it is the server, with one it calls the server.</summary>
public static class UserCommandLine
{
    private static readonly Argument<long> Id = new("ID") { Description = "The id of a user, such as 1." };
    private static readonly Argument<string> Username = new("USERNAME") { Description = "The name of the new user." };
    private static readonly Argument<string> Email = new("EMAIL") { Description = "The user's address." };

    private static readonly Option<string> Etag = new("--etag")
    {
        Description = "The state from which it is deleted. Default: any",
        HelpName = "ETAG",
        DefaultValueFactory = _ => "",
    };

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        new ServiceCommandLine<UsersOptions>(
            "A directory of users. Without a command it starts the server; the commands call the server.",
            UsersOptions.Section,
            ErrorsApp.ServeAsync,
            [.. Commands]).RunAsync(args, output, error);

    private static IEnumerable<Command> Commands =>
    [
        UserCommand.Create("get", "Print a user.", GetAsync, Id),
        UserCommand.Create("create", "Create a user with the role ROLE_USER.", CreateAsync, Username, Email),
        UserCommand.Create("delete", "Delete a user.", DeleteAsync, Id, Etag),
        UserCommand.Create("list", "Print the first 100 users.", ListAsync),
        TourCommand.Create(),
        NextCommand.Create(),
    ];

    private static async Task GetAsync(UserService.UserServiceClient client, ParseResult parsed, CallOptions call, Func<object, Task> print) =>
        await print((await client.GetUserAsync(new() { Id = parsed.GetRequiredValue(Id) }, call)).User);

    private static async Task CreateAsync(UserService.UserServiceClient client, ParseResult parsed, CallOptions call, Func<object, Task> print)
    {
        var user = new User
        {
            Username = parsed.GetRequiredValue(Username),
            Email = parsed.GetRequiredValue(Email),
            Role = Role.User,
            Active = true,
        };
        await print((await client.CreateUserAsync(new() { User = user }, call)).User);
    }

    private static async Task DeleteAsync(UserService.UserServiceClient client, ParseResult parsed, CallOptions call, Func<object, Task> print)
    {
        await client.DeleteUserAsync(new() { Id = parsed.GetRequiredValue(Id), Etag = parsed.GetRequiredValue(Etag) }, call);
        await print("It is deleted.");
    }

    private static async Task ListAsync(UserService.UserServiceClient client, ParseResult parsed, CallOptions call, Func<object, Task> print)
    {
        using var listing = client.ListUsers(new(), call);
        await foreach (var response in listing.ResponseStream.ReadAllAsync())
        {
            await print(response.User);
        }
    }
}
