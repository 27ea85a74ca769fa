using System.Security.Cryptography;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Interop.Tests;

/// <summary>Lab 02: an upload, which is client streaming.</summary>
public sealed class UploadCalls
{
    private const int Large = 100 * 1024 * 1024;
    private const int Small = 16 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static IEnumerable<TheoryDataRow<string>> Languages => Peer.Languages;

    [Theory, MemberData(nameof(Languages))]
    public async Task A_file_of_100_MB_is_stored_as_it_was_sent(string language)
    {
        var peer = await Peer.OfAsync(language);
        using var file = new RandomFile(Large);
        await using var server = await StartAsync(file);

        await using var client = await peer.RunAsync("upload", server, file.Path);

        Assert.Equal(0, client.ExitCode);
        Assert.Equal("OK", client.Status);
        Assert.Equal(client.Last("header"), client.Last("file_id"));
        Assert.Equal($"{Large}", client.Last("committed_size"));
        Assert.Equal(Convert.ToHexStringLower(file.Sha256), client.Last("sha256"));
        await AssertStoredAsync(server, client.Last("file_id"), file);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task An_upload_that_ends_without_a_commit_is_continued(string language)
    {
        var peer = await Peer.OfAsync(language);
        using var file = new RandomFile(Small);
        await using var server = await StartAsync(file);

        await using var first = await peer.RunAsync("upload", server, file.Path, "--stop-after", "1000000");
        var id = first.Last("file_id");
        var listed = await Files(server).ListFilesAsync(new ListFilesRequest(), deadline: Deadline());
        await using var second = await peer.RunAsync("upload", server, file.Path, "--file-id", id);

        // Chunks of 64 KiB: 16 of them are the first that are more than a million bytes.
        Assert.Equal("1048576", first.Last("committed_size"));
        Assert.Equal("false", first.Last("complete").ToLowerInvariant());
        Assert.Empty(listed.Files);
        Assert.Equal("OK", second.Status);
        Assert.Equal(id, second.Last("file_id"));
        await AssertStoredAsync(server, id, file);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task An_upload_whose_client_was_killed_is_continued(string language)
    {
        var peer = await Peer.OfAsync(language);
        using var file = new RandomFile(Small);
        await using var server = await StartAsync(file);

        await using var killed = peer.Start("upload", server, file.Path);
        await killed.SaysAsync("header");
        var id = killed.Last("header");
        await killed.KillAsync();
        await server.LogsAsync("/workshop.files.v1.FileService/UploadFile ended with");
        await using var second = await peer.RunAsync("upload", server, file.Path, "--file-id", id);

        Assert.Equal("OK", second.Status);
        await AssertStoredAsync(server, id, file);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_refusal_in_the_middle_of_the_stream_arrives_with_its_reason(string language)
    {
        var peer = await Peer.OfAsync(language);
        using var file = new RandomFile(Small);
        await using var server = await StartAsync(file);

        await using var client = await peer.RunAsync("upload", server, file.Path, "--chunk-bytes", "65537");

        Assert.Equal(1, client.ExitCode);
        Assert.Equal("INVALID_ARGUMENT", client.Status);
        Assert.Equal("A chunk has 65537 bytes. The limit is 65536 bytes: send more and smaller chunks.", client.Detail);
        Assert.Equal("CHUNK_TOO_LARGE", client.ErrorInfo.Reason);
        Assert.Equal("files.workshop.example", client.ErrorInfo.Domain);
        await AssertNotStoredAsync(server, client.Last("header"));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_message_that_is_too_large_to_be_read_is_refused_with_a_reason(string language)
    {
        var peer = await Peer.OfAsync(language);
        using var file = new RandomFile(Small);
        await using var server = await StartAsync(file);

        await using var client = await peer.RunAsync("upload", server, file.Path, "--chunk-bytes", "4000000");

        Assert.Equal("RESOURCE_EXHAUSTED", client.Status);
        Assert.Equal("MESSAGE_TOO_LARGE", client.ErrorInfo.Reason);
        var kept = await Files(server).GetUploadStatusAsync(new GetUploadStatusRequest { FileId = client.Last("header") }, deadline: Deadline());
        Assert.Equal(0, kept.CommittedSize);
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_file_over_the_limit_is_refused_before_it_is_sent(string language)
    {
        var peer = await Peer.OfAsync(language);
        using var file = new RandomFile(Small);
        await using var server = await StartAsync(file, "--Upload:MaxBytes", "1000");

        await using var client = await peer.RunAsync("upload", server, file.Path);

        Assert.Equal("INVALID_ARGUMENT", client.Status);
        Assert.Equal("FILE_TOO_LARGE", client.ErrorInfo.Reason);
        Assert.DoesNotContain(client.Facts, fact => fact.TryGetProperty("header", out _));
    }

    private static Task<LabServer> StartAsync(RandomFile file, params string[] settings) =>
        LabServer.StartAsync("Upload", ["--Upload:Root", file.Store, .. settings]);

    private static FileService.FileServiceClient Files(LabServer server) => new(server.Channel);

    private static DateTime Deadline() => DateTime.UtcNow + Limit;

    private static async Task AssertStoredAsync(LabServer server, string id, RandomFile file)
    {
        var stored = (await Files(server).GetFileAsync(new GetFileRequest { FileId = id }, deadline: Deadline())).File;
        Assert.Equal((file.Name, file.Bytes), (stored.Name, stored.Size));
        Assert.Equal(file.Sha256, stored.Sha256.ToByteArray());

        // The digest above is what the client said. This one is of what the server sends back.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var download = Files(server).DownloadFile(new DownloadFileRequest { FileId = id }, deadline: Deadline());
        await foreach (var chunk in download.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            hash.AppendData(chunk.Data.Span);
        }

        Assert.Equal(file.Sha256, hash.GetHashAndReset());
    }

    private static async Task AssertNotStoredAsync(LabServer server, string id)
    {
        var listed = await Files(server).ListFilesAsync(new ListFilesRequest(), deadline: Deadline());
        Assert.Empty(listed.Files);
        var status = Files(server).GetUploadStatusAsync(new GetUploadStatusRequest { FileId = id }, deadline: Deadline());
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await status)).StatusCode);
    }
}
