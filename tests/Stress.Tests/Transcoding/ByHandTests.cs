using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workshop.Tests;

/// <summary>The endpoints of lab 05 that are written by hand: what they send, refuse, and do not send again.</summary>
public sealed class ByHandTests
{
    private const string Backup =
        """{"fileId":"f3","name":"backup.tar","size":"9007199254740993","sha256":"nH7UXpd/a8P5I0HJdtsMBrigg8p4rAHbycgEFLH5Fug=","kind":"archive","createTime":"2026-01-02T03:04:05Z"}""";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Sends_a_file_by_both_versions_of_HTTP(int version)
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = version == 1 ? host.Http1 : host.Http2;

        using var response = await client.GetAsync(Path("/f3"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(version, response.Version.Major);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Backup, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Says_the_same_of_a_file_as_a_rule_does()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;

        foreach (var id in (string[])["f1", "f2", "f3", "f4"])
        {
            var byHand = await client.GetFromJsonAsync<JsonElement>(Path($"/{id}"));
            var byRule = await client.GetFromJsonAsync<JsonElement>(new Uri($"/v1/files/{id}", UriKind.Relative));
            Assert.Equal(Fields(byRule), Fields(byHand));
        }
    }

    [Fact]
    public async Task Sends_nothing_that_the_client_has_until_it_changes()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;
        using var first = await client.GetAsync(Path("/f1"));
        var tag = first.Headers.ETag!;

        using (var same = await AskAsync(client, tag))
        {
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Equal(tag, same.Headers.ETag);
            Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        }

        using (await client.PatchAsJsonAsync(new Uri("/v1/files/f1?update_mask=description", UriKind.Relative), new { description = "Ours" }))
        using (var changed = await AskAsync(client, tag))
        {
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
            Assert.NotEqual(tag, changed.Headers.ETag);
            Assert.Contains("\"description\":\"Ours\"", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lists_page_by_page_without_an_end_that_repeats()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;
        var (ids, token) = (new List<string>(), "");
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>(Path($"?pageSize=2{token}"));
            ids.AddRange(page.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("fileId").GetString()!));
            token = page.TryGetProperty("nextPageToken", out var next) ? $"&pageToken={next}" : "";
        }
        while (token.Length > 0);

        Assert.Equal(["f1", "f2", "f3", "f4", "f5"], ids);
    }

    [Theory]
    [InlineData("", "f1 f2 f3 f4 f5")]
    [InlineData("?kind=archive", "f3 f5")]
    [InlineData("?namePrefix=re", "f4")]
    [InlineData("?namePrefix=no&kind=image", "")]
    [InlineData("?pageSize=100&pageToken=from-4", "f5")]
    [InlineData("?pageToken=from-2147483647", "")]
    public async Task Lists_what_the_filters_leave(string query, string ids)
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;

        var page = await client.GetFromJsonAsync<JsonElement>(Path(query));

        Assert.Equal(ids, string.Join(' ', page.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("fileId").GetString())));
        Assert.False(page.TryGetProperty("nextPageToken", out _));
    }

    [Fact]
    public async Task A_token_far_behind_the_end_is_the_end_for_a_rule_too()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;

        var page = await client.GetStringAsync(new Uri("/v1/files?page_token=from-2147483647", UriKind.Relative));

        Assert.Equal("""{"files":[],"nextPageToken":""}""", page);
    }

    [Fact]
    public async Task Says_a_sentence_for_each_wrong_parameter()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;

        foreach (var size in (string[])["two", "0", "101", "-1", "1.5", "99999999999", "", "1&pageSize=2"])
        {
            var problem = await ProblemAsync(client, $"?pageSize={size}", HttpStatusCode.BadRequest);
            Assert.Contains("give a number from 1 to 100", Assert.Single(Sentences(problem, "pageSize")), StringComparison.Ordinal);
        }

        var all = await ProblemAsync(client, "?pageSize=two&pageToken=last&kind=film", HttpStatusCode.BadRequest);
        Assert.Equal(["pageSize is 'two': give a number from 1 to 100."], Sentences(all, "pageSize"));
        Assert.Equal(["pageToken is not from an earlier page: leave it out to begin again."], Sentences(all, "pageToken"));
        Assert.Equal(["kind is 'film': give one of text, image, archive, or leave it out."], Sentences(all, "kind"));
    }

    [Fact]
    public async Task Refuses_with_a_problem_and_keeps_what_the_storage_says_to_itself()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;

        var unknown = await ProblemAsync(client, "/f9", HttpStatusCode.NotFound);
        var failed = await ProblemAsync(client, "/f5", HttpStatusCode.InternalServerError);

        Assert.Equal("There is no file with the id 'f9'.", unknown.GetProperty("detail").GetString());
        Assert.Equal("The storage failed. Try again later.", failed.GetProperty("detail").GetString());
    }

    private static Uri Path(string rest) => new($"/by-hand/files{rest}", UriKind.Relative);

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path("/f1"));
        request.Headers.IfNoneMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> ProblemAsync(HttpClient client, string rest, HttpStatusCode status)
    {
        using var response = await client.GetAsync(Path(rest));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    private static string[] Sentences(JsonElement problem, string parameter) =>
        [.. problem.GetProperty("errors").GetProperty(parameter).EnumerateArray().Select(sentence => sentence.GetString()!)];

    // The kinds have other names: a contract of one's own is also a choice of words.
    private static string Fields(JsonElement file) => string.Join('\n', file.EnumerateObject().Select(field =>
        $"{field.Name}: {field.Value.ToString().Replace("FILE_KIND_", "", StringComparison.Ordinal)}")).ToUpperInvariant();
}
