using System.Collections.Concurrent;
using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Users.V3;

namespace Workshop.Tests;

/// <summary>Callers of the directory who send what no library sends, or open streams and do nothing.</summary>
public sealed class HostileCallersTests
{
    private const string Service = "workshop.users.v3.UserService";
    private const int Resets = 200;
    private const int Unreadable = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("request-id-bin", "!", "GetUser")]
    [InlineData("trace-bin", "!", "GetUser")]
    [InlineData("trace-bin", "AAAA,AAAA", "CreateUsers")]
    [InlineData("odd!key", "1", "ListUsers")]
    public async Task Metadata_that_cannot_be_read_has_a_reason(string name, string value, string method)
    {
        await using var host = await UsersHost.StartAsync();

        Assert.Equal(
            "InvalidArgument METADATA_UNREADABLE",
            await RawUserCalls.StatusAsync(host.Address, $"{Service}/{method}", RawUserCalls.Frame([]), (name, value)));
    }

    [Fact]
    public async Task A_path_in_capital_letters_changes_no_status()
    {
        await using var host = await UsersHost.StartAsync();

        Assert.Equal(
            "InvalidArgument MESSAGE_UNREADABLE",
            await RawUserCalls.StatusAsync(host.Address, $"{Service}/GetUser".ToUpperInvariant(), RawUserCalls.Frame([0xFF])));
    }

    [Theory]
    [InlineData("GetUser")]
    [InlineData("ListUsers")]
    [InlineData("CreateUsers")]
    public async Task A_message_that_does_not_decompress_is_unreadable(string method)
    {
        await using var host = await UsersHost.StartAsync();

        Assert.Equal(
            "InvalidArgument MESSAGE_UNREADABLE",
            await RawUserCalls.StatusAsync(
                host.Address, $"{Service}/{method}", RawUserCalls.Frame([1, 2, 3], isCompressed: true), ("grpc-encoding", "gzip")));
    }

    [Theory]
    [InlineData("CreateUser")]
    [InlineData("CreateUsers")]
    public async Task A_message_is_as_large_as_it_is_without_its_compression(string method)
    {
        await using var host = await UsersHost.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new CreateUserRequest { User = new User { Phone = new string('1', 32 << 20) } }.ToByteArray(), TestContext.Current.CancellationToken);
        }

        Assert.InRange(packed.Length, 1, 64 * 1024);
        Assert.Equal(
            "ResourceExhausted",
            await RawUserCalls.StatusAsync(
                host.Address, $"{Service}/{method}", RawUserCalls.Frame(packed.ToArray(), isCompressed: true), ("grpc-encoding", "gzip")));
    }

    [Fact]
    public async Task Batches_that_are_broken_off_are_no_incidents()
    {
        using var file = new UsersFile();
        await using var server = await ServerProgram.StartAsync("Errors", port: 0, obeysRights: false, "--Users:Database", file.Path);
        var lines = new ConcurrentQueue<string>();
        server.Process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new UserService.UserServiceClient(channel);
        var message = new CreateUsersRequest { User = UsersFile.NewUser("ada") };
        message.User.Address = new Address { Street = new string('s', 15 * 1024) };

        for (var i = 0; i < Resets; i++)
        {
            using var batch = client.CreateUsers(deadline: UsersHost.Soon);
            await batch.RequestStream.WriteAsync(message, TestContext.Current.CancellationToken);
        }

        await Eventually.HoldsAsync(
            () => lines.Count(line => line.Contains("CreateUsers ended with", StringComparison.Ordinal)) >= Resets,
            () => $"{lines.Count} lines: {string.Join('\n', lines.TakeLast(5))}",
            Patience);
        Assert.DoesNotContain(lines, line => line.Contains("incident", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{lines.Count} lines for {Resets} batches: {string.Join('\n', lines.Where(line => !line.Contains("ended with", StringComparison.Ordinal)).Take(12))}");
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_one_line_of_the_log()
    {
        using var file = new UsersFile();
        await using var server = await ServerProgram.StartAsync("Errors", port: 0, obeysRights: false, "--Users:Database", file.Path);
        var lines = new ConcurrentQueue<string>();
        server.Process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        // What the server says of its start stands before this line.
        await RawUserCalls.StatusAsync(server.Address, $"{Service}/GetUser", RawUserCalls.Frame([]));
        await Eventually.HoldsAsync(
            () => lines.Any(line => line.Contains("GetUser ended with NotFound", StringComparison.Ordinal)), () => string.Join('\n', lines), Patience);
        var before = lines.Count;

        for (var i = 0; i < Unreadable; i++)
        {
            await RawUserCalls.StatusAsync(server.Address, $"{Service}/{(i % 2 == 0 ? "GetUser" : "CreateUsers")}", RawUserCalls.Frame([0xFF]));
        }

        await Eventually.HoldsAsync(
            () => lines.Count(line => line.Contains("ended with InvalidArgument", StringComparison.Ordinal)) >= Unreadable,
            () => $"{lines.Count} lines: {string.Join('\n', lines.TakeLast(5))}",
            Patience);
        Assert.Equal(Unreadable, lines.Count - before);
    }

    [Fact]
    public async Task Who_does_not_read_a_page_gives_its_place_back()
    {
        await using var host = await UsersHost.StartAsync("--Users:MaxStreams=1", "--Users:StallLimit=00:00:02");
        await UsersHost.SendAsync(host.Client, Enumerable.Range(0, 60).Select(i =>
        {
            var user = UsersFile.NewUser($"u{i}");
            user.Address = new Address { Street = new string('s', 15 * 1024) };
            return user;
        }));
        using var deafChannel = GrpcChannel.ForAddress(host.Address, new() { HttpHandler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 } });
        using var deaf = new UserService.UserServiceClient(deafChannel).ListUsers(new(), deadline: UsersHost.Soon);
        await deaf.ResponseHeadersAsync;
        Assert.Equal("ResourceExhausted TOO_MANY_STREAMS", await UsersHost.StatusAsync(() => UsersHost.SendAsync(host.Client, [UsersFile.NewUser("ada")])));

        var answer = "";
        await Eventually.HoldsAsync(
            async () => (answer = await UsersHost.StatusAsync(() => UsersHost.PageAsync(host.Client, new() { PageSize = 1 }))) == "OK",
            () => $"The place of the deaf client is not free: {answer}",
            Patience);
        Assert.Equal("DeadlineExceeded LIST_TOO_SLOW", await UsersHost.StatusAsync(async () =>
        {
            while (await deaf.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            {
            }
        }));
    }

    [Fact]
    public async Task A_server_that_stops_waits_for_no_client()
    {
        await using var host = await UsersHost.StartAsync();
        using var silent = host.Client.CreateUsers(deadline: UsersHost.Soon);
        await silent.RequestStream.WriteAsync(new() { User = UsersFile.NewUser("ada") }, TestContext.Current.CancellationToken);
        using var slow = host.Client.CreateUsers(deadline: UsersHost.Soon);
        // Answered after the streams above have arrived.
        Assert.Equal("OK", await UsersHost.StatusAsync(async () => await host.Client.GetUserAsync(new() { Id = 1 }, deadline: UsersHost.Soon)));

        await host.StopAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("Unavailable SERVER_STOPPING", await UsersHost.StatusAsync(async () => await silent));
        Assert.Equal("Unavailable SERVER_STOPPING", await UsersHost.StatusAsync(async () => await slow));
    }

    [Fact]
    public async Task Who_sends_no_batch_takes_a_place_for_a_while()
    {
        await using var host = await UsersHost.StartAsync("--Users:MaxStreams=1", "--Users:BatchTimeout=00:00:01");
        using var silent = host.Client.CreateUsers(deadline: UsersHost.Soon);
        await silent.RequestStream.WriteAsync(new() { User = UsersFile.NewUser("ada") }, TestContext.Current.CancellationToken);

        Assert.Equal("OK", await UsersHost.StatusAsync(async () => await host.Client.GetUserAsync(new() { Id = 1 }, deadline: UsersHost.Soon)));
        Assert.Equal("DeadlineExceeded BATCH_TOO_SLOW", await UsersHost.StatusAsync(async () => await silent));
        Assert.Equal("OK", await UsersHost.StatusAsync(() => UsersHost.PageAsync(host.Client, new())));
    }
}
