using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Workshop.Errors;
using Workshop.Users.V3;

namespace Workshop.Tests;

/// <summary>The solution of lab 06 in this process, on a file of its own.</summary>
internal sealed class UsersHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private UsersHost(WebApplication app, UsersFile file)
    {
        _app = app;
        File = file;
        _channel = GrpcChannel.ForAddress(app.Urls.First());
        Client = new UserService.UserServiceClient(_channel);
    }

    public UsersFile File { get; }

    public string Address => _app.Urls.First();

    public UserService.UserServiceClient Client { get; }

    /// <summary>For calls that the generated client does not make.</summary>
    public CallInvoker Calls => _channel.CreateCallInvoker();

    public static DateTime Soon => DateTime.UtcNow.AddSeconds(60);

    public static async Task<UsersHost> StartAsync(params string[] settings)
    {
        var file = new UsersFile();
        var app = ErrorsApp.Create(
            ["--urls", "http://127.0.0.1:0", "--Users:Database", file.Path, "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:Microsoft=Fatal", "--Serilog:MinimumLevel:Override:Grpc=Fatal", "--shutdownTimeoutSeconds=1", .. settings]);
        await app.StartAsync();
        return new UsersHost(app, file);
    }

    /// <summary>The status of a call, and its reason if the server sent one, such as <c>Aborted ETAG_MISMATCH</c>.</summary>
    public static async Task<string> StatusAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "OK";
        }
        catch (RpcException refusal)
        {
            return $"{refusal.StatusCode} {refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<ErrorInfo>()?.Reason}".TrimEnd();
        }
    }

    /// <summary>Sends a batch.</summary>
    public static async Task<CreateUsersResponse> SendAsync(UserService.UserServiceClient client, IEnumerable<User> users)
    {
        using var call = client.CreateUsers(deadline: Soon);
        try
        {
            foreach (var user in users)
            {
                await call.RequestStream.WriteAsync(new CreateUsersRequest { User = user });
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception exception) when (exception is RpcException or InvalidOperationException || call.ResponseAsync.IsCompleted)
        {
            // The call has the status.
        }

        return await call;
    }

    /// <summary>Reads a page.</summary>
    public static async Task<(List<User> Users, string NextPageToken)> PageAsync(UserService.UserServiceClient client, ListUsersRequest request)
    {
        using var call = client.ListUsers(request, deadline: Soon);
        var users = new List<User>();
        var token = "";
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            users.Add(response.User);
            token = response.NextPageToken;
        }

        return (users, token);
    }

    /// <summary>Stops the server as Ctrl+C does, while its clients are still connected.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        File.Dispose();
    }
}
