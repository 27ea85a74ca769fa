using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Bench.Upload;
using Workshop.Files.V1;

namespace Workshop.Tests;

/// <summary>A server whose heap is limited survives hostile clients, and serves an ordinary one meanwhile.</summary>
/// <remarks>A few seconds; as many as the environment variable <c>WORKSHOP_STRESS_SECONDS</c> says, where it is set.</remarks>
public sealed class HostileClientsTests
{
    private const long HeapLimit = 256L << 20;
    private const int Attackers = 8;
    private const int OrdinaryBytes = 1 << 20;

    // Who sends nothing, or reads nothing, for longer is ended. The ordinary client is quicker, on a busy machine too.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("WORKSHOP_STRESS_SECONDS"), out var seconds) ? seconds : 4);

    private static readonly Metadata Ada = UploadHost.By("ada");
    private static readonly Metadata Mallory = UploadHost.By("mallory");
    private static readonly byte[] Data = RandomNumberGenerator.GetBytes(64 * 1024);

    private readonly ConcurrentDictionary<string, int> _refusals = new();

    [Fact]
    public async Task A_server_with_a_small_heap_survives_them_and_serves_an_ordinary_client()
    {
        using var store = new StoreOnDisk();
        await using var server = await UploadServer.StartWithinAsync(HeapLimit, store.Root,
        [
            .. UploadHost.Tokens("ada", "mallory"), $"--Upload:IdleTimeout={IdleTimeout:c}", "--Upload:QuotaBytesPerOwner=2147483648",
            "--Serilog:MinimumLevel:Default=Error",
        ]);
        var large = await SendAsync(server.Client, Mallory, 32 << 20);
        using var end = new CancellationTokenSource(Duration);

        var attacks = Enumerable.Range(0, Attackers).Select(_ => Task.Run(() => AttackAsync(server.Address, large, end.Token))).ToArray();
        var (served, slowest) = await ServeAsync(server.Client, end.Token);
        await Task.WhenAll(attacks).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.False(server.HasExited, "The server has ended.");
        Assert.True(served > 0, "The ordinary client was not served once.");
        Assert.Equal(OrdinaryBytes, (await SendAsync(server.Client, Ada, OrdinaryBytes)).CommittedSize);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{served} files served in {Duration.TotalSeconds:0} s, the slowest in {slowest.TotalSeconds:0.0} s; attacks ended with {string.Join(", ", _refusals.Select(refusal => $"{refusal.Value} {refusal.Key}"))}");
    }

    // Uploads a file and gets it back, again and again.
    private static async Task<(int Served, TimeSpan Slowest)> ServeAsync(FileService.FileServiceClient client, CancellationToken end)
    {
        var (served, slowest) = (0, TimeSpan.Zero);
        while (!end.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            // Not one of its calls may fail.
            var stored = await SendAsync(client, Ada, OrdinaryBytes);
            var status = await client.GetUploadStatusAsync(new() { FileId = stored.FileId }, Ada, cancellationToken: CancellationToken.None);
            Assert.Equal(OrdinaryBytes, status.CommittedSize);
            served++;
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            // As often as somebody who works, to the end of the attack: not until its quota is used up.
            await Task.Delay(Pause, CancellationToken.None);
        }

        return (served, slowest);
    }

    // One attacker: everything at once, over connections of its own.
    private async Task AttackAsync(string address, UploadFileResponse large, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var channel = GrpcChannel.ForAddress(address);
            var client = new FileService.FileServiceClient(channel);
            await Task.WhenAll(
                // Declares much and is silent; sends what is known; sends messages that are far too large.
                TryAsync(() => UploadAsync(client, 4L << 30, [])),
                TryAsync(() => UploadAsync(client, 1 << 20, Enumerable.Repeat(ChunkedUpload.Chunk(0, Data), 200))),
                TryAsync(() => UploadAsync(client, 64 << 20, [ChunkedUpload.Chunk(0, new byte[4 << 20])])),
                TryAsync(() => UploadAsync(client, 1, Enumerable.Repeat(new UploadFileRequest(), 50))),
                TryAsync(() => UploadAsync(client, 1 << 20, [ChunkedUpload.Chunk(long.MaxValue, Data)])),
                // Downloads and does not read.
                Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TryAsync(() => DeafAsync(client, large.FileId)))),
                // Short calls, as many as a connection carries.
                Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TryAsync(async () => await client.ListFilesAsync(new() { PageToken = new string('x', 100_000) }, Mallory, DateTime.UtcNow.AddSeconds(5))))),
                Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TryAsync(async () => await client.GetUploadStatusAsync(new() { FileId = new string('y', 100_000) }, Mallory, DateTime.UtcNow.AddSeconds(5))))),
                // Without a token.
                Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(async () => await client.UploadFile(deadline: DateTime.UtcNow.AddSeconds(5)).ResponseAsync))));
        }
    }

    private static async Task UploadAsync(FileService.FileServiceClient client, long size, IEnumerable<UploadFileRequest> messages)
    {
        using var call = client.UploadFile(Mallory, DateTime.UtcNow.AddSeconds(5));
        await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("hostile.bin", size));
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(message);
        }

        await call;
    }

    private static async Task DeafAsync(FileService.FileServiceClient client, string fileId)
    {
        using var call = client.DownloadFile(new() { FileId = fileId }, Mallory, DateTime.UtcNow.AddSeconds(5));
        await call.ResponseHeadersAsync;
        // It reads nothing for longer than a client may.
        await Task.Delay(IdleTimeout * 1.2);
        await call.ResponseStream.ReadAllAsync().LastAsync();
    }

    private async Task TryAsync(Func<Task> attack)
    {
        try
        {
            await attack();
            _refusals.AddOrUpdate("OK", 1, (_, times) => times + 1);
        }
        catch (Exception exception) when (exception is RpcException or IOException or InvalidOperationException)
        {
            _refusals.AddOrUpdate((exception as RpcException)?.StatusCode.ToString() ?? exception.GetType().Name, 1, (_, times) => times + 1);
        }
    }

    private static async Task<UploadFileResponse> SendAsync(FileService.FileServiceClient client, Metadata owner, int bytes)
    {
        using var call = client.UploadFile(owner, DateTime.UtcNow.AddSeconds(60));
        var file = new byte[bytes];
        return await UploadHost.EndAsync(
            call,
            [
                ChunkedUpload.Metadata("ordinary.bin", bytes),
                .. Enumerable.Range(0, bytes / Data.Length).Select(chunk => ChunkedUpload.Chunk((long)chunk * Data.Length, file.AsMemory(0, Data.Length))),
                ChunkedUpload.Commit(bytes, SHA256.HashData(file)),
            ]);
    }
}
