using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workshop.Harness;
using Workshop.Transcoding;
using static Workshop.Checks.CatalogStart;

namespace Workshop.Checks;

public sealed class TranscodingJsonChecks
{
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

    private static async Task RespondAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }
}
