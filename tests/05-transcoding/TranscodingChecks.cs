using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workshop.Catalog.V1;
using Workshop.Harness;
using Workshop.Transcoding;

namespace Workshop.Checks;

public sealed class TranscodingChecks
{
    [Fact, Trait("Todo", "05.1")]
    public async Task Sends_a_file_by_its_path()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.CallAsync(async () => await client.GetFileAsync(new() { FileId = "f2" }));
        await check.HttpAsync("GET", "/v1/files/f2");

        await check.MatchAsync("A rule in GetFile with get and {file_id}, as DeleteFile has one with delete; response_body names the field that is sent.");
    }

    [Fact, Trait("Todo", "05.1")]
    public async Task The_path_decides_whatever_the_query_says()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files/f2?file_id=f1");

        await check.MatchAsync("The field that the path names comes from the path: write {file_id} in it.");
    }

    [Fact, Trait("Todo", "05.2")]
    public async Task Lists_a_page_by_the_query()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files?page_size=1&kind=FILE_KIND_ARCHIVE");
        await check.HttpAsync("GET", "/v1/files?pageSize=1&kind=3&page_token=from-1");

        await check.MatchAsync("Fields that neither path nor body name come from the query: the rule needs the path alone, and the whole response is sent.");
    }

    [Fact, Trait("Todo", "05.2")]
    public async Task Lists_one_kind_by_a_second_path()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/kinds/FILE_KIND_TEXT/files?name_prefix=n");

        await check.MatchAsync("additional_bindings holds a second rule of the same call: {kind} in its path.");
    }

    [Fact, Trait("Todo", "05.2")]
    public async Task Does_not_see_a_parameter_that_is_no_field()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files?limit=1&name_prefix=photo");
        await check.HttpAsync("GET", "/v1/files?page_size=two");
        check.Says("body", "\"code\":3");

        await check.MatchAsync("A parameter that is no field is ignored, and one that is no value of its field is refused: neither needs any code.");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Creates_a_file_from_the_body()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files", """{"name":"plan.txt","kind":"FILE_KIND_TEXT","size":10}""");
        await check.HttpAsync("POST", "/v1/files", "name=plan.txt", "application/x-www-form-urlencoded");
        check.Says("body", "\"code\":3");

        await check.MatchAsync("The body is the field file of the request: body: \"file\" in the rule of CreateFile.");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Hears_the_query_beside_a_body_that_is_a_field()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files?validate_only=true", """{"name":"plan.txt","size":10}""");
        await check.CallAsync(async () => await client.ListFilesAsync(new() { NamePrefix = "plan" }));

        await check.MatchAsync("validate_only is no part of the body, so it comes from the query: that needs body: \"file\".");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Changes_what_the_mask_names()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("PATCH", "/v1/files/f2?update_mask=description", """{"fileId":"f1","name":"other.jpg","description":"Our team"}""");
        await check.HttpAsync("PUT", "/v1/files/f2", """{"name":"other.jpg"}""");

        await check.MatchAsync("In UpdateFile the path is {file.file_id}, the body the field file, and the mask comes from the query.");
    }

    [Fact, Trait("Todo", "05.3")]
    public async Task Hears_no_query_when_the_body_is_the_whole_request()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files/f1:copy?name=query.txt", """{"name":"body.txt"}""");

        await check.MatchAsync("In CopyFile the body is all of the request that the path does not name: body: \"*\". The path ends with :copy.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_404_of_a_file_that_is_not_there()
    {
        await using var check = new LabCheck();
        var client = await StartAsync(check);

        await check.CallAsync(async () => await client.DeleteFileAsync(new() { FileId = "f9" }));
        await check.HttpAsync("DELETE", "/v1/files/f9");

        await check.MatchAsync("The status of the call decides the status of HTTP: NOT_FOUND is 404. Its details need their types in DetailTypes.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_400_and_which_field_is_wrong()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/files?page_size=-1");
        await check.HttpAsync("POST", "/v1/files", """{"nmae":"plan.txt"}""");

        await check.MatchAsync("INVALID_ARGUMENT is 400, and Errors.InvalidArgument names the field: the one of the exception.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_400_of_a_file_that_is_locked()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("DELETE", "/v1/files/f4");

        await check.MatchAsync("The file may be unlocked later, so it is FAILED_PRECONDITION. HTTP has no status of its own for that: it is 400, too.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_409_of_a_name_that_is_taken()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("POST", "/v1/files", """{"name":"notes.txt"}""");

        await check.MatchAsync("ALREADY_EXISTS is 409.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Says_429_when_there_is_no_room()
    {
        await using var check = new LabCheck();
        await StartAsync(check);
        var quiet = new CatalogService.CatalogServiceClient(check.Unrecorded);

        await check.CallAsync(async () =>
        {
            for (var i = 5; i < 1000; i++)
            {
                await quiet.CreateFileAsync(new() { File = new() { Name = $"{i}" } }, deadline: DateTime.UtcNow + LabCheck.Limit);
            }
        });
        await check.HttpAsync("POST", "/v1/files", """{"name":"plan.txt"}""");

        await check.MatchAsync("RESOURCE_EXHAUSTED is 429.");
    }

    [Fact, Trait("Todo", "05.4")]
    public async Task Keeps_what_the_storage_says_to_itself()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("DELETE", "/v1/files/f5");

        await check.MatchAsync("INTERNAL, with the sentence that the README gives: the exception's is for the server's log, where it stands already.");
    }

    [Fact, Trait("Todo", "05.5")]
    public async Task Sends_a_size_that_JavaScript_reads_right()
    {
        await using var check = new LabCheck();
        await StartAsync(check, anySize: false);

        var body = await check.HttpAsync("GET", "/v1/files/f3");
        check.Note("JavaScript", InJavaScript(body));

        await check.MatchAsync("A setting of json writes 64-bit numbers as strings. The other settings stay as they are.");
    }

    [Fact, Trait("Todo", "05.5")]
    public async Task Tells_an_empty_text_from_none()
    {
        await using var check = new LabCheck();
        await StartAsync(check, anySize: false);

        await check.HttpAsync("GET", "/v1/files/f1");
        await check.HttpAsync("GET", "/v1/files/f4");
        await check.HttpAsync("GET", "/v1/files?name_prefix=no-such-name");

        await check.MatchAsync("Leave default values in: a client that reads files.length must find files. An optional field that is not set is left out all the same.");
    }

    [Fact, Trait("Todo", "05.5")]
    public async Task Reads_a_size_in_both_forms()
    {
        await using var check = new LabCheck();
        var peer = await check.StartHttpPeerAsync(context => RespondAsync(context, context.Request.Path.Value switch
        {
            "/v1/files/string" => """{"size":"9007199254740993"}""",
            "/v1/files/number" => """{"size":9007199254740993}""",
            _ => "{}",
        }));

        foreach (var id in (string[])["string", "number", "none"])
        {
            await check.RunAsync((args, output, error) => CatalogCommandLine.RunAsync(["size", .. args], output, error), "size", id, "--rest", peer);
        }

        await check.MatchAsync("The size may be a string, a number, or not there because it is 0. Read it as a long at once: a double has 53 bits.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Prints_a_whole_log()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/logs/access");
        await TailAsync(check, "access", check.RestAddress);

        await check.MatchAsync("StreamLog needs a rule, GET /v1/logs/{log}. Each line is a message: an entry, or the end.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Sees_an_error_behind_a_status_of_200()
    {
        await using var check = new LabCheck();
        await StartAsync(check);

        await check.HttpAsync("GET", "/v1/logs/changes");
        await TailAsync(check, "changes", check.RestAddress);
        check.Says("stderr", "damaged");

        await check.MatchAsync("A line with code is an error, as google.rpc.Status has it: pass on its message in a CommandException.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Sees_that_the_end_did_not_come()
    {
        await using var check = new LabCheck();
        var peer = await check.StartHttpPeerAsync(context => RespondAsync(context, "{\"entry\":{\"severity\":\"SEVERITY_INFO\",\"message\":\"f1 was read\"}}\n"));

        await TailAsync(check, "access", peer);
        check.Says("stderr", "end");

        await check.MatchAsync("A proxy that gives up ends a response well. Only a line with end says that the log is whole; without it, throw a CommandException.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Shows_what_a_console_would_obey()
    {
        await using var check = new LabCheck();
        var peer = await check.StartHttpPeerAsync(context => RespondAsync(context, """
            {"entry":{"severity":"SEVERITY_INFO","message":"\u001b[2Jthe end, with code 3"}}
            {"end":{"entries":1}}

            """));

        await TailAsync(check, "access", peer);

        await check.MatchAsync("The text is not yours: VisibleText.Of shows the characters that a console would obey. Which line it is, its members say, and not its text.");
    }

    [Fact, Trait("Todo", "05.6")]
    public async Task Prints_an_entry_when_it_comes_and_ends_at_the_end()
    {
        await using var check = new LabCheck();
        var printed = new PrintedLine();
        var ended = new TaskCompletionSource<string>();
        var peer = await check.StartHttpPeerAsync(async context =>
        {
            await RespondAsync(context, "{\"entry\":{\"severity\":\"SEVERITY_INFO\",\"message\":\"f1 was read\"}}\n");
            await context.Response.Body.FlushAsync();
            var isPrinted = await printed.WasWrittenAsync(check.Patience);
            check.Note("printed", isPrinted ? "before the next line came" : "not before the next line came");
            await context.Response.WriteAsync("{\"end\":{\"entries\":1}}\n");
            await context.Response.Body.FlushAsync();
            // The connection stays open: only the end says that there is no more.
            var hungUp = new TaskCompletionSource();
            await using var registered = context.RequestAborted.Register(hungUp.SetResult);
            await Task.WhenAny(hungUp.Task, Task.Delay(isPrinted ? check.Patience : TimeSpan.Zero));
            ended.SetResult(hungUp.Task.IsCompleted ? "hung up at the end" : "waited for more");
        });

        await check.RunAsync(
            (args, output, error) => CatalogCommandLine.RunAsync(["tail", .. args], printed.Of(output), error), "tail", "access", "--rest", peer);
        await Task.WhenAny(ended.Task, Task.Delay(check.Patience));
        check.Note("client", ended.Task.IsCompleted ? await ended.Task : "did not hang up");

        await check.MatchAsync("Read a line, print it, then read the next one. Return at the line with end: the connection may stay open.");
    }

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

    // A later task changes how a size looks: until then, and after it, it is shown as a number.
    private static async Task<CatalogService.CatalogServiceClient> StartAsync(LabCheck check, bool anySize = true)
    {
        foreach (var size in anySize ? (string[])["0", "10", "1200", "2500000", "9007199254740993"] : [])
        {
            check.ShowAs($"\"size\":\"{size}\"", $"\"size\":{size}");
        }

        return new CatalogService.CatalogServiceClient(await check.StartAsync(CatalogApp.Create, "--Rest:Url", "http://127.0.0.1:0"));
    }

    private static Task TailAsync(LabCheck check, string log, string rest) =>
        check.RunAsync((args, output, error) => CatalogCommandLine.RunAsync(["tail", .. args], output, error), "tail", log, "--rest", rest);

    private static async Task RespondAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
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
        await Task.WhenAny(status, Task.Delay(check.Patience));
        check.Note("http status", !status.IsCompleted ? "none: the server waits for more" : (await status)?["HTTP/1.1 ".Length..] ?? "none: the connection ended");

        async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes, limit.Token);
    });

    // JSON.parse makes a double of a number, and a text of a string.
    private static string InJavaScript(string body)
    {
        try
        {
            using var file = JsonDocument.Parse(body);
            var size = file.RootElement.GetProperty("size");
            return size.ValueKind is JsonValueKind.String
                ? $"the text {size.GetString()}"
                : string.Create(CultureInfo.InvariantCulture, $"the number {size.GetDouble():F0}");
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "no size";
        }
    }
}
