using System.Net.Sockets;
using System.Text;
using Workshop.Harness;
using static Workshop.Checks.CatalogStart;

namespace Workshop.Checks;

public sealed class TranscodingUploadChecks
{
    [Fact, Trait("Todo", "05.7")]
    public async Task Receives_a_content_as_the_body()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.HttpAsync("PUT", "/v1/files/f1/content", "hello", "text/plain");
        await check.CallAsync(async () => await client.GetFileAsync(new() { FileId = "f1" }));

        await check.MatchAsync("Read request.Body until it gives 0 bytes, append each part, and then call Complete. The response has fileId and size.");
    }

    [Fact, Trait("Todo", "05.7")]
    public async Task Refuses_a_content_that_is_too_long_and_changes_nothing()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.HttpAsync("PUT", "/v1/files/f1/content", new string('a', 1_000_000), "text/plain");
        await check.HttpAsync("PUT", "/v1/files/f1/content", new string('a', (1024 * 1024) + 1), "text/plain");
        await check.CallAsync(async () => await client.GetFileAsync(new() { FileId = "f1" }));

        await check.MatchAsync("Append refuses with FieldInvalid, which is 413 here: the body is too long. Complete is for a whole body alone.");
    }

    [Fact, Trait("Todo", "05.7")]
    public async Task Refuses_a_file_that_has_no_place_for_a_content()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("PUT", "/v1/files/f9/content", "hello", "text/plain");
        await check.HttpAsync("PUT", "/v1/files/f4/content", "hello", "text/plain");
        await check.HttpAsync("PUT", "/v1/files/f5/content", "hello", "text/plain");

        await check.MatchAsync("The interceptor is for gRPC and what is transcoded: here you catch the CatalogException. NotFound is 404, FileLocked 409. StorageFailed is 500, with the sentence of task 05.4: the exception's names a disk.");
    }

    [Fact, Trait("Todo", "05.7")]
    public async Task Receives_any_bytes_without_knowing_how_many()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        // No text in any encoding.
        await PutInChunksAsync(check, [0xFF, 0x00], [0xFE, 0x0A, 0x80], []);
        await check.CallAsync(async () => await client.GetFileAsync(new() { FileId = "f1" }));

        await check.MatchAsync("A body in chunks has no Content-Length, and its bytes need not be text: read bytes from request.Body until it gives 0.");
    }

    [Fact, Trait("Todo", "05.7")]
    public async Task Refuses_a_long_content_before_its_end()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await PutInChunksAsync(check, new byte[1024 * 1024], [1]);

        await check.MatchAsync("Append each part when it comes: a content that is too long is refused at once, and its end may never come.");
    }

    [Fact, Trait("Todo", "05.7")]
    public async Task Changes_nothing_when_the_body_breaks_off()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await PutInChunksAsync(check, [1, 2, 3], null);
        await check.CallAsync(async () => await client.GetFileAsync(new() { FileId = "f1" }));

        await check.MatchAsync("Catch the CatalogException alone. What request.Body throws says that the body did not come whole: let it through, and the server answers it.");
    }

    // By hand: HttpClient would send all of a body before it reads the response. An empty chunk is the end, null is no chunk at all.
    private static Task PutInChunksAsync(LabCheck check, params byte[]?[] chunks) => check.CallAsync(async () =>
    {
        check.Note("http", "PUT /v1/files/f1/content");
        using var limit = new CancellationTokenSource(LabCheck.Limit);
        using var connection = new TcpClient();
        var rest = new Uri(check.RestAddress);
        await connection.ConnectAsync(rest.Host, rest.Port, limit.Token);
        await using var stream = connection.GetStream();
        await SendAsync("PUT /v1/files/f1/content HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        foreach (var chunk in chunks)
        {
            check.Note("sent", chunk switch
            {
                null => "what is no chunk",
                [] => "the end",
                _ => $"a chunk of {chunk.Length} bytes",
            });
            await SendAsync(chunk is null ? "no chunk\r\n"u8.ToArray() : [.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        var status = reader.ReadLineAsync(limit.Token).AsTask();
        check.Note("http status", !await check.HappensAsync(status) ? "none: the server waits for more" : (await status)?["HTTP/1.1 ".Length..] ?? "none: the connection ended");

        async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes, limit.Token);
    });
}
