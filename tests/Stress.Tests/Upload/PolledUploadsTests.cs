using System.Collections.Concurrent;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Bench.Upload;
using Workshop.Files.V1;

namespace Workshop.Tests;

/// <summary>What other calls see of an upload at the very moment when it ends.</summary>
public sealed class PolledUploadsTests
{
    private const int Pollers = 4;

    private static readonly int Uploads = LongRun.Is ? 500 : 150;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly byte[] Data = new byte[1_000];
    private static readonly byte[] Sha256 = SHA256.HashData(Data);

    [Fact]
    public async Task Polls_during_a_commit_see_the_unfinished_upload_and_then_the_file()
    {
        var seen = await PollAsync(Sha256, last: "complete");

        // An upload is unfinished or complete, and nothing else.
        Assert.Equal([$"complete with {Data.Length} bytes", $"unfinished with {Data.Length} bytes"], seen);
    }

    [Fact]
    public async Task Polls_during_a_discard_see_the_unfinished_upload_and_then_none()
    {
        var seen = await PollAsync(new byte[Sha256.Length], last: "NotFound");

        Assert.Equal(["NotFound: There is no such file.", $"unfinished with {Data.Length} bytes"], seen);
    }

    // Sends uploads one after the other, polled all the time, and returns every different answer that a poller got.
    private static async Task<IEnumerable<string>> PollAsync(byte[] committed, string last)
    {
        using var store = new StoreOnDisk();
        await using var server = await UploadServer.StartAsync(store.Root);
        // A connection for each: calls of one connection are read one after the other.
        var channels = Enumerable.Range(0, Pollers).Select(_ => GrpcChannel.ForAddress(server.Address)).ToArray();
        var clients = channels.Select(channel => new FileService.FileServiceClient(channel)).ToArray();
        var seen = new ConcurrentDictionary<string, int>();
        for (var upload = 0; upload < Uploads; upload++)
        {
            using var call = server.Client.UploadFile(deadline: DateTime.UtcNow + Patience);
            await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("polled.bin", Data.Length));
            await call.RequestStream.WriteAsync(ChunkedUpload.Chunk(0, Data));
            var id = (await call.ResponseHeadersAsync).GetValue("file-id")!;
            await StoredAsync(server.Client, id);
            using var polling = new CountdownEvent(Pollers);
            var polls = clients.Select(client => PollAsync(client, id, last, seen, polling)).ToArray();
            await Task.Run(() => Assert.True(polling.Wait(Patience), "The first polls were not answered."));

            await call.RequestStream.WriteAsync(ChunkedUpload.Commit(Data.Length, committed));
            await call.RequestStream.CompleteAsync();
            var ended = await OutcomeAsync(async () => Describe((await call).Complete, Data.Length));

            await Task.WhenAll(polls).WaitAsync(Patience);
            Assert.Equal(committed == Sha256 ? $"complete with {Data.Length} bytes" : "InvalidArgument", ended.Split(':')[0]);
        }

        Array.ForEach(channels, channel => channel.Dispose());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.Select(answer => $"{answer.Value} times: {answer.Key}")));
        return seen.Keys.Order(StringComparer.Ordinal);
    }

    // Polls until the upload has ended.
    private static async Task PollAsync(
        FileService.FileServiceClient client, string id, string last, ConcurrentDictionary<string, int> seen, CountdownEvent polling)
    {
        for (var poll = 0; ; poll++)
        {
            var answer = await OutcomeAsync(async () =>
            {
                var status = await client.GetUploadStatusAsync(
                    new GetUploadStatusRequest { FileId = id }, deadline: DateTime.UtcNow + Patience);
                return Describe(status.Complete, status.CommittedSize);
            });
            seen.AddOrUpdate(answer, 1, (_, times) => times + 1);
            if (poll == 0)
            {
                polling.Signal();
            }

            if (answer.StartsWith(last, StringComparison.Ordinal) || answer.StartsWith("DeadlineExceeded", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private static async Task StoredAsync(FileService.FileServiceClient client, string id)
    {
        while ((await client.GetUploadStatusAsync(
            new GetUploadStatusRequest { FileId = id }, deadline: DateTime.UtcNow + Patience)).CommittedSize < Data.Length)
        {
            await Task.Yield();
        }
    }

    private static string Describe(bool complete, long bytes) => $"{(complete ? "complete" : "unfinished")} with {bytes} bytes";

    private static async Task<string> OutcomeAsync(Func<Task<string>> answer)
    {
        try
        {
            return await answer();
        }
        catch (RpcException exception)
        {
            return $"{exception.StatusCode}: {exception.Status.Detail}";
        }
    }
}
