using System.Collections.Concurrent;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Bench.Upload;
using Workshop.Files.V1;

namespace Workshop.Tests;

public sealed class CutUploadsTests
{
    private const int Uploads = 500;
    private const int AtOnce = 8;
    private const int ChunkBytes = 16 * 1024;
    private const int FileBytes = 8 << 20;

    // Of the ways that count chunks.
    private const int MostBeforeCut = 64;

    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly byte[] Data = new byte[ChunkBytes];

    [Fact]
    public async Task Five_hundred_cut_uploads_leave_no_handle_no_lock_and_no_file_beyond_their_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are counted by /proc.");
        using var store = new StoreOnDisk();
        await using var server = await UploadServer.StartAsync(
            store.Root, settings: ["--Upload:TimeToLive", $"{TimeToLive:c}", "--Upload:SweepInterval", "00:00:01"]);
        var begun = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Uploads), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            {
                var random = new Random(number);
                await ((number % 3) switch
                {
                    0 => DisposeAsync(server.Client, begun, random),
                    1 => DeadlineAsync(server.Client, begun, random),
                    _ => DropConnectionAsync(server.Address, begun, random),
                });
            });

        Assert.True(begun.Count > Uploads / 2, $"Only {begun.Count} uploads had begun when they were cut.");
        await Eventually.HoldsAsync(
            () => server.OpenFiles() == 0, () => $"{server.OpenFiles()} files of the store are open.", Patience);
        foreach (var id in begun)
        {
            await ContinueAsync(server.Client, id);
        }

        await Eventually.HoldsAsync(
            () => store.Parts.Length == 0, () => $"{store.Parts.Length} unfinished uploads outlived their time.", Patience);
        Assert.Empty(store.Complete);
    }

    private static async Task DisposeAsync(FileService.FileServiceClient client, ConcurrentBag<string> begun, Random random)
    {
        using var call = client.UploadFile();
        await SendAsync(call, begun, random.Next(MostBeforeCut));
    }

    private static async Task DeadlineAsync(FileService.FileServiceClient client, ConcurrentBag<string> begun, Random random)
    {
        using var call = client.UploadFile(deadline: DateTime.UtcNow.AddMilliseconds(random.Next(1, 50)));
        await SendAsync(call, begun, FileBytes / ChunkBytes);
    }

    private static async Task DropConnectionAsync(string address, ConcurrentBag<string> begun, Random random)
    {
        Socket? connection = null;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                // Linger 0: closing resets the connection, as a crash or a cable does.
                connection = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
                await connection.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(connection, ownsSocket: true);
            },
        };
        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler });
        using var call = new FileService.FileServiceClient(channel).UploadFile();
        await SendAsync(call, begun, random.Next(MostBeforeCut));
        connection?.Dispose();
    }

    // Sends up to a number of chunks; whatever ends the call earlier is what is wanted.
    private static async Task SendAsync(
        AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call,
        ConcurrentBag<string> begun,
        int chunks)
    {
        try
        {
            await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("cut.bin", FileBytes));
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                await call.RequestStream.WriteAsync(ChunkedUpload.Chunk((long)chunk * ChunkBytes, Data));
            }

            begun.Add((await call.ResponseHeadersAsync).GetValue("file-id")!);
        }
        catch (Exception exception) when (exception is RpcException or IOException or InvalidOperationException)
        {
            if (call.ResponseHeadersAsync is { IsCompletedSuccessfully: true } headers && (await headers).GetValue("file-id") is { } id)
            {
                begun.Add(id);
            }
        }
    }

    // Goes on with an upload, which no other call may hold; it may have expired.
    private static async Task ContinueAsync(FileService.FileServiceClient client, string id)
    {
        using var call = client.UploadFile(deadline: DateTime.UtcNow + Patience);
        await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("cut.bin", FileBytes, id));
        await call.RequestStream.CompleteAsync();
        try
        {
            Assert.False((await call).Complete);
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.NotFound)
        {
            // It has expired.
        }
    }
}
