using Google.Rpc;
using Grpc.Core;
using Workshop.Errors;
using Workshop.ServiceDefaults;
using Workshop.Users.V3;

namespace Workshop.Tests;

/// <summary>What the contract of lab 06 promises, and given code keeps.</summary>
public sealed class UsersContractTests
{
    [Fact]
    public async Task A_directory_that_is_full_takes_no_more()
    {
        await using var host = await UsersHost.StartAsync("--Users:MaxUsers=2");

        var refused = (await UsersHost.SendAsync(host.Client, [UsersFile.NewUser("ada"), UsersFile.NewUser("eve")])).Refused;

        Assert.Equal("USERS_FULL", Assert.Single(refused).Status.GetDetail<ErrorInfo>().Reason);
        Assert.Equal("users", Assert.Single(refused[0].Status.GetDetail<QuotaFailure>().Violations).Subject);
        Assert.Equal("ResourceExhausted USERS_FULL", await UsersHost.StatusAsync(async () => await host.Client.CreateUserAsync(new() { User = UsersFile.NewUser("eve") })));
        await host.Client.DeleteUserAsync(new() { Id = 2 });
        Assert.Equal("OK", await UsersHost.StatusAsync(async () => await host.Client.CreateUserAsync(new() { User = UsersFile.NewUser("eve") })));
    }

    [Fact]
    public async Task A_batch_has_limits_and_a_refused_one_stores_nobody()
    {
        await using var host = await UsersHost.StartAsync("--Users:BatchTimeout=00:00:01");
        var large = UsersFile.NewUser("large");
        large.Address = new Address { Street = new string('s', 15 * 1024) };

        Assert.Equal("InvalidArgument BATCH_INVALID", await UsersHost.StatusAsync(() => UsersHost.SendAsync(host.Client, [])));
        Assert.Equal("InvalidArgument BATCH_INVALID", await UsersHost.StatusAsync(() => UsersHost.SendAsync(
            host.Client, Enumerable.Range(0, 1001).Select(i => UsersFile.NewUser($"u{i}")))));
        Assert.Equal("InvalidArgument BATCH_INVALID", await UsersHost.StatusAsync(() => UsersHost.SendAsync(host.Client, Enumerable.Repeat(large, 80))));
        using var open = host.Client.CreateUsers(deadline: UsersHost.Soon);
        await open.RequestStream.WriteAsync(new() { User = UsersFile.NewUser("ada") }, TestContext.Current.CancellationToken);
        Assert.Equal("DeadlineExceeded BATCH_TOO_SLOW", await UsersHost.StatusAsync(async () => await open));
        Assert.Empty((await UsersHost.SendAsync(host.Client, Enumerable.Range(0, 1000).Select(i => UsersFile.NewUser($"u{i}")))).Refused);
        Assert.Equal(["1001"], host.File.Query("SELECT COUNT(*) FROM users"));
    }

    [Fact]
    public async Task A_listing_names_each_field_that_is_outside_its_limits()
    {
        await using var host = await UsersHost.StartAsync();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => UsersHost.PageAsync(
            host.Client, new() { PageSize = -1, UsernamePrefix = new string('x', 33) }));

        Assert.Equal("LIST_INVALID", refusal.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(["page_size", "username_prefix"], refusal.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task A_message_over_64_KiB_is_refused_before_the_service_sees_it()
    {
        await using var host = await UsersHost.StartAsync();
        var user = UsersFile.NewUser("ada");
        user.Phone = new string('1', 64 * 1024);

        Assert.Equal("ResourceExhausted", await UsersHost.StatusAsync(async () => await host.Client.CreateUserAsync(new() { User = user })));
    }

    [Theory]
    [InlineData("GetUser", MethodType.Unary)]
    [InlineData("ListUsers", MethodType.ServerStreaming)]
    [InlineData("CreateUsers", MethodType.ClientStreaming)]
    public async Task A_request_that_cannot_be_parsed_has_a_reason_too(string name, MethodType type)
    {
        await using var host = await UsersHost.StartAsync();
        var bytes = Marshallers.Create(message => message, message => message);
        var method = new Method<byte[], byte[]>(type, "workshop.users.v3.UserService", name, bytes, bytes);

        Assert.Equal("InvalidArgument MESSAGE_UNREADABLE", await UsersHost.StatusAsync(() => FuzzedRequestsTests.CallAsync(host.Calls, method, [0xFF])));
    }

    [Fact]
    public async Task An_empty_key_of_page_tokens_is_no_key_that_somebody_could_guess()
    {
        await using var first = await UsersHost.StartAsync("--Users:PageTokenKey=");
        await using var second = await UsersHost.StartAsync("--Users:PageTokenKey=");
        await first.Client.CreateUserAsync(new() { User = UsersFile.NewUser("ada") });
        await second.Client.CreateUserAsync(new() { User = UsersFile.NewUser("ada") });

        var (_, token) = await UsersHost.PageAsync(first.Client, new() { PageSize = 1 });

        Assert.NotEqual("", token);
        Assert.Equal("OK", await UsersHost.StatusAsync(() => UsersHost.PageAsync(first.Client, new() { PageToken = token })));
        Assert.Equal("InvalidArgument PAGE_TOKEN_INVALID", await UsersHost.StatusAsync(() => UsersHost.PageAsync(second.Client, new() { PageToken = token })));
    }

    [Fact]
    public async Task Servers_with_one_key_take_each_others_tokens()
    {
        string[] key = ["--Users:PageTokenKey=0123456789abcdef0123456789abcdef"];
        await using var first = await UsersHost.StartAsync(key);
        await using var second = await UsersHost.StartAsync(key);
        await first.Client.CreateUserAsync(new() { User = UsersFile.NewUser("ada") });

        var (_, token) = await UsersHost.PageAsync(first.Client, new() { PageSize = 1 });

        Assert.Equal("OK", await UsersHost.StatusAsync(() => UsersHost.PageAsync(second.Client, new() { PageToken = token })));
    }

    [Theory]
    [InlineData("--Users:PageTokenKey=short", "Users:PageTokenKey is too short")]
    [InlineData("--Users:Database=", "Users:Database is empty")]
    [InlineData("--Users:Database=no-such-folder/users.db", "Users:Database is in a folder that does not exist")]
    [InlineData("--Users:BusySeconds=0", "Users:BusySeconds is outside its limits")]
    public async Task A_setting_that_cannot_work_stops_the_start_with_a_sentence(string setting, string sentence)
    {
        await using var error = new StringWriter();

        var exitCode = await UserCommandLine.RunAsync(["--urls", "http://127.0.0.1:0", setting], TextWriter.Null, error);

        Assert.Equal(ExitCodes.Refused, exitCode);
        Assert.Contains(sentence, $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_page_is_one_page_and_the_next_one_goes_on()
    {
        await using var host = await UsersHost.StartAsync();
        foreach (var batch in Enumerable.Range(2, 1050).Chunk(1000))
        {
            await UsersHost.SendAsync(host.Client, batch.Select(i => UsersFile.NewUser($"user-{i}")));
        }

        var (first, token) = await UsersHost.PageAsync(host.Client, new() { PageSize = int.MaxValue });
        var (second, end) = await UsersHost.PageAsync(host.Client, new() { PageSize = int.MaxValue, PageToken = token });

        Assert.Equal(Enumerable.Range(1, 1000), first.Select(user => (int)user.Id));
        Assert.Equal(Enumerable.Range(1001, 51), second.Select(user => (int)user.Id));
        Assert.Equal("", end);
        // A page that ends where the list ends has no token.
        Assert.Equal("", (await UsersHost.PageAsync(host.Client, new() { PageSize = 1, Role = Role.Admin })).NextPageToken);
    }

    [Fact]
    public async Task An_id_is_never_given_twice()
    {
        await using var host = await UsersHost.StartAsync();
        var first = (await host.Client.CreateUserAsync(new() { User = UsersFile.NewUser("ada") })).User;
        await host.Client.DeleteUserAsync(new() { Id = first.Id, Etag = first.Etag });

        var second = (await host.Client.CreateUserAsync(new() { User = UsersFile.NewUser("ada") })).User;

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_page_of_a_corrupt_file_is_data_loss()
    {
        await using var host = await UsersHost.StartAsync();
        await UsersHost.SendAsync(host.Client, Enumerable.Range(0, 1000).Select(i => UsersFile.NewUser($"user-{i}")));
        host.File.Query("PRAGMA wal_checkpoint(TRUNCATE)");
        using (var file = new FileStream(host.File.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            // The first page has the schema, and stays.
            file.Position = 4096;
            file.Write([.. Enumerable.Repeat((byte)0xAA, (int)file.Length - 4096)]);
        }

        Assert.Equal("DataLoss STORE_CORRUPT", await UsersHost.StatusAsync(() => UsersHost.PageAsync(host.Client, new() { PageSize = 1000 })));
    }
}
