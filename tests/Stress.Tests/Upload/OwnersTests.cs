using Grpc.Core;
using Workshop.Bench.Upload;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;
using Workshop.Upload;

namespace Workshop.Tests;

/// <summary>What one owner can do to another one.</summary>
public sealed class OwnersTests
{
    private const int Limit = 3;

    private static readonly Metadata Ada = UploadHost.By("ada");
    private static readonly Metadata Mallory = UploadHost.By("mallory");

    [Theory]
    [InlineData("--Upload:Tokens:eve=", "Upload:Tokens:eve is empty. An empty token is no secret")]
    [InlineData("--Upload:Tokens:eve= ", "Upload:Tokens:eve is empty.")]
    [InlineData("--Upload:Tokens:../eve=x", "Upload:Tokens:../eve names no owner")]
    public async Task A_token_or_an_owner_that_is_none_keeps_the_server_from_starting(string setting, string sentence)
    {
        using var store = new StoreOnDisk();
        var error = new StringWriter();

        var exitCode = await UploadCommandLine.RunAsync(
            ["--urls", "http://127.0.0.1:0", "--Upload:Root", store.Root, "--Upload:Tokens:ada=x", setting], TextWriter.Null, error);

        Assert.Equal(ExitCodes.Refused, exitCode);
        Assert.Contains(sentence, $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer unknown")]
    public async Task Whoever_has_no_token_is_refused_before_a_message_is_read(string? authorization)
    {
        await using var host = await UploadHost.StartAsync(UploadHost.Tokens("ada"));
        Metadata headers = authorization is null ? [] : new() { { "authorization", authorization } };

        // Nothing is sent: the refusal does not wait for it.
        using var call = host.Client.UploadFile(headers, DateTime.UtcNow.AddSeconds(10));

        Assert.Equal("Unauthenticated TOKEN_NOT_KNOWN", await UploadHost.RefusalAsync(async () => await call));
        Assert.Equal(
            "Unauthenticated TOKEN_NOT_KNOWN", await UploadHost.RefusalAsync(async () => await host.Client.ListFilesAsync(new(), headers)));
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_not_there()
    {
        await using var host = await UploadHost.StartAsync(UploadHost.Tokens("ada", "mallory"));
        var id = (await host.SendAsync("mine.txt", [1, 2], Ada)).FileId;
        using var call = host.Client.UploadFile(Mallory);

        Assert.Equal("NotFound FILE_NOT_FOUND", await UploadHost.RefusalAsync(async () => await host.Client.GetUploadStatusAsync(new() { FileId = id }, Mallory)));
        Assert.Equal("NotFound FILE_NOT_FOUND", await UploadHost.RefusalAsync(async () => await host.Client.GetFileAsync(new() { FileId = id }, Mallory)));
        Assert.Equal("NotFound FILE_NOT_FOUND", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(call, ChunkedUpload.Metadata("mine.txt", 2, id))));
        Assert.Empty((await host.Client.ListFilesAsync(new(), Mallory)).Files);
    }

    [Fact]
    public async Task A_list_reads_the_files_of_its_owner_alone()
    {
        await using var host = await UploadHost.StartAsync(UploadHost.Tokens("ada", "mallory"));
        await host.SendAsync("a.txt", [1], Ada);
        await host.SendAsync("b.txt", [1], Mallory);

        // With the folder of the other one gone, whoever looks there fails.
        Directory.Delete(Path.Combine(host.Store.Files, "of-mallory"), recursive: true);

        Assert.Equal("a.txt", Assert.Single((await host.Client.ListFilesAsync(new(), Ada)).Files).Name);
    }

    [Fact]
    public async Task Whoever_takes_all_slots_takes_only_its_own()
    {
        await using var host = await UploadHost.StartAsync([.. UploadHost.Tokens("ada", "mallory"), $"--Upload:MaxConcurrentPerOwner={Limit}", $"--Upload:MaxConcurrent={Limit + 1}"]);
        var calls = Enumerable.Range(0, Limit).Select(_ => host.Client.UploadFile(Mallory)).ToArray();
        await Task.WhenAll(calls.Select(call => BeginAsync(call, 1)));

        Assert.Equal("ResourceExhausted TOO_MANY_CALLS", await UploadHost.RefusalAsync(() => host.SendAsync("more.txt", [1], Mallory)));
        Assert.True((await host.SendAsync("ada.txt", [1], Ada)).Complete);

        Array.ForEach(calls, call => call.Dispose());
    }

    [Fact]
    public async Task Whoever_declares_much_and_sends_nothing_takes_no_room()
    {
        await using var host = await UploadHost.StartAsync([.. UploadHost.Tokens("ada", "mallory"), "--Upload:QuotaBytes=1000", "--Upload:QuotaBytesPerOwner=600"]);
        for (var upload = 0; upload < Limit; upload++)
        {
            using var call = host.Client.UploadFile(Mallory);
            Assert.False((await UploadHost.EndAsync(call, ChunkedUpload.Metadata("much.bin", 600))).Complete);
        }

        Assert.True((await host.SendAsync("ada.bin", new byte[600], Ada)).Complete);
        Assert.Equal("ResourceExhausted QUOTA_EXCEEDED", await UploadHost.RefusalAsync(() => host.SendAsync("more.bin", [1], Ada)));
        Assert.True((await host.SendAsync("mallory.bin", new byte[400], Mallory)).Complete);
        Assert.Equal("ResourceExhausted QUOTA_EXCEEDED", await UploadHost.RefusalAsync(() => host.SendAsync("more.bin", [1], Mallory)));
    }

    [Fact]
    public async Task Room_is_given_back_by_what_is_refused_and_counted_again_after_a_restart()
    {
        using var store = new StoreOnDisk();
        string[] settings = ["--Upload:QuotaBytes=10"];
        await using (var host = await UploadHost.StartAsync(store, settings))
        {
            using var wrong = host.Client.UploadFile();
            Assert.Equal("InvalidArgument DIGEST_MISMATCH", await UploadHost.RefusalAsync(() => UploadHost.EndAsync(
                wrong, ChunkedUpload.Metadata("wrong.bin", 10), ChunkedUpload.Chunk(0, new byte[10]), ChunkedUpload.Commit(10, new byte[32]))));
            using var half = host.Client.UploadFile();
            Assert.Equal(4, (await UploadHost.EndAsync(half, ChunkedUpload.Metadata("half.bin", 10), ChunkedUpload.Chunk(0, new byte[4]))).CommittedSize);
            Assert.True((await host.SendAsync("five.bin", new byte[5])).Complete);
            host.KeepStore();
        }

        await using var next = await UploadHost.StartAsync(store, settings);
        Assert.Equal("ResourceExhausted QUOTA_EXCEEDED", await UploadHost.RefusalAsync(() => next.SendAsync("two.bin", new byte[2])));
        Assert.True((await next.SendAsync("one.bin", new byte[1])).Complete);
    }

    [Fact]
    public async Task The_number_of_files_has_a_limit_too_and_unfinished_ones_count()
    {
        await using var host = await UploadHost.StartAsync($"--Upload:MaxFilesPerOwner={Limit}");
        await host.SendAsync("empty.txt", []);
        using var call = host.Client.UploadFile();
        await UploadHost.EndAsync(call, ChunkedUpload.Metadata("begun.txt", 1));
        await host.SendAsync("last.txt", []);

        Assert.Equal("ResourceExhausted TOO_MANY_FILES", await UploadHost.RefusalAsync(() => host.SendAsync("more.txt", [])));
    }

    private static async Task BeginAsync(AsyncClientStreamingCall<UploadFileRequest, UploadFileResponse> call, long size)
    {
        await call.RequestStream.WriteAsync(ChunkedUpload.Metadata("begun.bin", size));
        await call.ResponseHeadersAsync;
    }
}
