using System.Collections.Concurrent;
using Grpc.Net.Client;
using Workshop.Users.V3;

namespace Workshop.Tests;

public sealed class SameNamesTests
{
    private const int Clients = 200;
    private const int Names = 100;
    private const int BatchUsers = 10;

    // After a kill a client tries again: so often that a server that does not come back fails the test, and does not hang it.
    private const int MostAttempts = 2000;

    private static readonly int Kills = LongRun.Is ? 20 : 6;
    private static readonly int ClientsOfKilled = LongRun.Is ? Clients : 60;

    private static readonly string[] Wanted = [.. Enumerable.Range(0, Names).Select(i => $"name-{i:000}")];

    [Fact]
    public async Task Two_hundred_clients_that_want_the_same_hundred_names_get_each_once()
    {
        await using var host = await UsersHost.StartAsync();
        var answers = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async seed =>
        {
            using var channel = GrpcChannel.ForAddress(host.Address);
            var client = new UserService.UserServiceClient(channel);
            foreach (var name in Shuffled(seed))
            {
                answers.Add(await UsersHost.StatusAsync(async () => await client.CreateUserAsync(
                    new() { User = UsersFile.NewUser(name) }, deadline: UsersHost.Soon)));
            }
        }));

        Assert.Equal(Names, answers.Count(answer => answer == "OK"));
        Assert.Equal((Clients - 1) * Names, answers.Count(IsTaken));
        Assert.Equal([.. Wanted.Prepend("root").Order(StringComparer.Ordinal)], host.File.Query("SELECT username FROM users ORDER BY username"));
    }

    [Fact]
    public async Task Nothing_is_half_there_when_the_server_is_killed_again_and_again_meanwhile()
    {
        using var file = new UsersFile();
        var port = ServerProgram.FreePort();
        var server = await StartAsync(port, file);
        var answers = new ConcurrentBag<string>();
        var stored = new ConcurrentDictionary<string, long>();
        try
        {
            var clients = Enumerable.Range(0, ClientsOfKilled).Select(seed => CreateAllAsync(server.Address, seed, answers, stored)).ToArray();
            var batches = SendBatchesAsync(server.Address, answers);
            for (var kill = 1; kill <= Kills; kill++)
            {
                // By what was answered, not by the clock: each kill falls into the middle of the work.
                var after = kill * ClientsOfKilled * Names / (Kills + 1);
                await Eventually.HoldsAsync(
                    () => answers.Count >= after, () => $"{answers.Count} of {after} answers came.", TimeSpan.FromMinutes(1));
                await server.DisposeAsync();
                server = await StartAsync(port, file);
            }

            await Task.WhenAll([.. clients, batches]).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        }
        finally
        {
            await server.DisposeAsync();
        }

        Assert.DoesNotContain(answers, answer => answer != "OK" && !IsTaken(answer));
        var rows = file.Query("SELECT username, id FROM users").ToDictionary(row => row.Split(' ')[0], row => long.Parse(row.Split(' ')[1], null));
        Assert.All(Wanted, name => Assert.True(rows.ContainsKey(name), name));
        // What a client was told that it is stored is there, with the id that it was told.
        Assert.All(stored, user => Assert.Equal(user.Value, rows[user.Key]));
        Assert.All(
            rows.Keys.Where(name => name.StartsWith("batch-", StringComparison.Ordinal)).GroupBy(name => name[..^1]),
            batch => Assert.Equal(BatchUsers, batch.Count()));
        Assert.Equal([$"{rows.Count}"], file.Query("SELECT users FROM totals"));
        Assert.Equal(["ok"], file.Query("PRAGMA integrity_check"));
    }

    private static Task<ServerProgram> StartAsync(int port, UsersFile file) => ServerProgram.StartAsync(
        "Errors", port, obeysRights: false, "--Users:Database", file.Path, "--Serilog:MinimumLevel:Default=Fatal");

    private static bool IsTaken(string answer) => answer is "AlreadyExists USERNAME_TAKEN" or "AlreadyExists EMAIL_TAKEN";

    private static string[] Shuffled(int seed)
    {
        string[] names = [.. Wanted];
        new Random(seed).Shuffle(names);
        return names;
    }

    private static async Task CreateAllAsync(
        string address, int seed, ConcurrentBag<string> answers, ConcurrentDictionary<string, long> stored)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var client = new UserService.UserServiceClient(channel);
        foreach (var name in Shuffled(seed))
        {
            answers.Add(await AnswerAsync(async () =>
            {
                var user = (await client.CreateUserAsync(new() { User = UsersFile.NewUser(name) }, deadline: UsersHost.Soon)).User;
                Assert.True(stored.TryAdd(name, user.Id), $"{name} was stored for two clients.");
            }));
        }
    }

    private static async Task SendBatchesAsync(string address, ConcurrentBag<string> answers)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var client = new UserService.UserServiceClient(channel);
        for (var batch = 0; batch < Kills * 5; batch++)
        {
            var name = $"batch-{batch:000}-";
            answers.Add(await AnswerAsync(() => UsersHost.SendAsync(client, Enumerable.Range(0, BatchUsers).Select(i => UsersFile.NewUser($"{name}{i}")))));
        }
    }

    // A status without a reason is not the server's: the connection broke, and the client cannot know what has become of the call.
    private static async Task<string> AnswerAsync(Func<Task> call)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var answer = await UsersHost.StatusAsync(call);
            if (answer.Contains(' ', StringComparison.Ordinal) || answer == "OK")
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        return "no answer";
    }
}
