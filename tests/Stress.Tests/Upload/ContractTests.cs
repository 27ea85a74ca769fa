using Google.Protobuf;
using Grpc.Core;
using Workshop.Bench.Upload;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

/// <summary>What the contract promises, and given code keeps.</summary>
public sealed class ContractTests
{
    private static readonly byte[] Data = [1, 2, 3, 4];

    [Fact]
    public async Task A_complete_file_is_confirmed_at_once_and_with_its_id()
    {
        await using var host = await UploadHost.StartAsync();
        var stored = await host.SendAsync("done.bin", Data);

        // Nothing is sent after the metadata, and the stream is not closed.
        using var call = host.Client.UploadFile(deadline: DateTime.UtcNow.AddSeconds(10));
        await call.RequestStream.WriteAsync(Metadata("done.bin", Data.Length, stored.FileId, StoreOnDisk.Sha256(Data)));

        Assert.Equal(stored, await call);
        Assert.Equal(stored.FileId, (await call.ResponseHeadersAsync).GetValue("file-id"));
        using var other = host.Client.UploadFile();
        Assert.Equal("AlreadyExists ALREADY_COMPLETE", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(
            other, Metadata("done.bin", Data.Length, stored.FileId, new byte[32]))));
    }

    [Fact]
    public async Task A_digest_that_was_declared_must_be_that_of_the_commit()
    {
        await using var host = await UploadHost.StartAsync();
        using var wrong = host.Client.UploadFile();
        using var half = host.Client.UploadFile();
        using var changed = host.Client.UploadFile();
        using var later = host.Client.UploadFile();
        using var tooShort = host.Client.UploadFile();

        Assert.Equal("InvalidArgument DIGEST_MISMATCH", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(
            wrong, Metadata("a.bin", Data.Length, "", new byte[32]), ChunkedUpload.Chunk(0, Data), ChunkedUpload.Commit(Data.Length, StoreOnDisk.Sha256(Data)))));
        var id = (await UploadHost.EndAsync(half, Metadata("a.bin", Data.Length, "", new byte[32]))).FileId;
        Assert.Equal("InvalidArgument METADATA_CHANGED", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(
            changed, Metadata("a.bin", Data.Length, id, StoreOnDisk.Sha256(Data)))));
        Assert.Equal("InvalidArgument DIGEST_MISMATCH", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(
            later, ChunkedUpload.Metadata("a.bin", Data.Length, id), ChunkedUpload.Chunk(0, Data), ChunkedUpload.Commit(Data.Length, StoreOnDisk.Sha256(Data)))));
        Assert.Equal("InvalidArgument SHA256_LENGTH", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(tooShort, Metadata("a.bin", 0, "", [1]))));
        Assert.Empty(host.Store.All());
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_has_a_reason_too()
    {
        await using var host = await UploadHost.StartAsync();
        using var large = host.Client.UploadFile();
        Assert.Equal("ResourceExhausted MESSAGE_TOO_LARGE", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(
            large, ChunkedUpload.Metadata("a.bin", 1 << 20), ChunkedUpload.Chunk(0, new byte[1 << 20]))));

        // The tag of field 1, a message of 100 bytes, and no byte of it.
        var bytes = Marshallers.Create<byte[]>(message => message, message => message);
        var method = new Method<byte[], byte[]>(MethodType.ClientStreaming, "workshop.files.v1.FileService", "UploadFile", bytes, bytes);
        using var garbage = host.Calls.AsyncClientStreamingCall(method, null, new CallOptions());
        await garbage.RequestStream.WriteAsync([0x0a, 100]);
        Assert.Equal("InvalidArgument MESSAGE_UNREADABLE", await UploadHost.RefusalAsync(async () => await garbage));
    }

    [Fact]
    public async Task An_id_has_one_spelling()
    {
        await using var host = await UploadHost.StartAsync();
        var id = (await host.SendAsync("a.bin", Data)).FileId;

        Assert.Equal(id, (await host.Client.GetUploadStatusAsync(new() { FileId = id })).FileId);
        foreach (var other in new[] { id.ToUpperInvariant(), $"{{{id}}}", id.Replace("-", "", StringComparison.Ordinal), $" {id}", $"{id}\n" })
        {
            Assert.Equal("NotFound FILE_NOT_FOUND", await UploadHost.RefusalAsync(async () => await host.Client.GetUploadStatusAsync(new() { FileId = other })));
        }
    }

    [Fact]
    public async Task Pages_go_through_all_files_and_a_token_that_the_server_did_not_make_is_refused()
    {
        await using var host = await UploadHost.StartAsync(UploadHost.Tokens("ada", "mallory"));
        var (ada, mallory) = (UploadHost.By("ada"), UploadHost.By("mallory"));
        for (var file = 0; file < 5; file++)
        {
            await host.SendAsync($"{file}.bin", Data, ada);
        }

        var (names, tokens) = (new List<string>(), new List<string>());
        var request = new ListFilesRequest { PageSize = 2 };
        do
        {
            var page = await host.Client.ListFilesAsync(request, ada);
            names.AddRange(page.Files.Select(file => file.Name));
            tokens.Add(request.PageToken = page.NextPageToken);
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["0.bin", "1.bin", "2.bin", "3.bin", "4.bin"], names);
        var id = (await host.Client.ListFilesAsync(new(), ada)).Files[0].FileId;
        foreach (var token in new[] { "x", ".", id, $"{id}.00000000", $"{Guid.NewGuid()}", tokens[0].ToUpperInvariant(), $"{tokens[0]}." })
        {
            Assert.Equal("InvalidArgument PAGE_TOKEN_UNKNOWN", await UploadHost.RefusalAsync(async () => await host.Client.ListFilesAsync(new() { PageToken = token }, ada)));
        }

        Assert.Equal("InvalidArgument PAGE_TOKEN_UNKNOWN", await UploadHost.RefusalAsync(async () => await host.Client.ListFilesAsync(new() { PageToken = tokens[0] }, mallory)));
        Assert.Equal("InvalidArgument PAGE_SIZE_NEGATIVE", await UploadHost.RefusalAsync(async () => await host.Client.ListFilesAsync(new() { PageSize = -1 }, ada)));
    }

    [Fact]
    public async Task Bytes_that_are_known_are_no_progress()
    {
        await using var host = await UploadHost.StartAsync("--Upload:IdleTimeout=00:00:02");
        using var call = host.Client.UploadFile(deadline: DateTime.UtcNow.AddSeconds(20));
        await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("noise.bin", 10));

        // Far more often than the limit, until the server has enough of it.
        while (!call.ResponseAsync.IsCompleted)
        {
            await WriteAsync(call, ChunkedUpload.Chunk(0, Data));
            await WriteAsync(call, ChunkedUpload.Chunk(4, Array.Empty<byte>()));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal("DeadlineExceeded IDLE_TIMEOUT", await UploadHost.RefusalAsync(async () => await call));
    }

    [Fact]
    public async Task A_download_that_nobody_reads_ends_with_a_status()
    {
        await using var host = await UploadHost.StartAsync("--Upload:IdleTimeout=00:00:02", "--Upload:MaxConcurrent=1");
        using var file = new MemoryStream(new byte[8 << 20]);
        var stored = await ChunkedUpload.SendAsync(host.Client, "large.bin", file, 64 * 1024, TestContext.Current.CancellationToken);

        using var deaf = host.Client.DownloadFile(new() { FileId = stored.FileId }, deadline: DateTime.UtcNow.AddSeconds(30));
        await deaf.ResponseHeadersAsync;
        // Its slot is free again.
        while (await IsRefusedAsync(() => host.SendAsync("next.bin", Data)))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal("DeadlineExceeded IDLE_TIMEOUT", await UploadHost.RefusalAsync(async () => await deaf.ResponseStream.ReadAllAsync().LastAsync()));
    }

    private static UploadFileRequest Metadata(string name, long size, string fileId, byte[] sha256)
    {
        var metadata = ChunkedUpload.Metadata(name, size, fileId);
        metadata.Metadata.Sha256 = ByteString.CopyFrom(sha256);
        return metadata;
    }

    private static async Task WriteAsync(AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call, UploadFileRequest message)
    {
        try
        {
            await call.RequestStream.WriteAsync(message);
        }
        catch (Exception exception) when (exception is RpcException || call.ResponseAsync.IsCompleted)
        {
            // The call has the status.
        }
    }

    private static async Task<bool> IsRefusedAsync(Func<Task> call)
    {
        try
        {
            await call();
            return false;
        }
        catch (RpcException exception)
        {
            Assert.Equal("TOO_MANY_CALLS", ErrorDomain.ReasonOf(exception));
            return true;
        }
    }
}
