using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>Path template syntax, google/api/http.proto.</summary>
public sealed class PathTests(EchoServer echo)
{
    [Theory]
    [InlineData("GET", "/v1/texts/a", """{"text":"a"}""")]
    [InlineData("GET", "/v1/texts/a%20b%C3%A9", """{"text":"a bé"}""")]
    [InlineData("GET", "/v1/texts/a+b", """{"text":"a+b"}""")]
    [InlineData("GET", "/v1/texts/%25", """{"text":"%"}""")]
    [InlineData("GET", "/v1/texts/a%22b", """{"text":"a\"b"}""")]
    [InlineData("GET", "/V1/TEXTS/a", """{"text":"a"}""")]
    [InlineData("GET", "/v1/texts/a/", """{"text":"a"}""")]
    [InlineData("GET", "/v1/smalls/-7", """{"small":-7}""")]
    [InlineData("GET", "/v1/levels/LOG_LEVEL_ERROR", """{"level":"LOG_LEVEL_ERROR"}""")]
    [InlineData("GET", "/v1/levels/2", """{"level":"LOG_LEVEL_ERROR"}""")]
    [InlineData("GET", "/v1/times/2026-01-02T03:04:05Z", """{"at":"2026-01-02T03:04:05Z"}""")]
    public async Task A_variable_is_one_segment(string method, string path, string expected) =>
        await AssertAnswerAsync(method, path, expected);

    [Theory]
    [InlineData("/v1/users/u1", """{"user":{"id":"u1"}}""")]
    [InlineData("/v1/users/u1/cities/Bern", """{"user":{"id":"u1","address":{"city":"Bern"}}}""")]
    public async Task A_variable_can_be_a_field_in_a_message(string path, string expected) =>
        await AssertAnswerAsync("GET", path, expected);

    [Theory]
    [InlineData("/v1/shelves/1", """{"text":"shelves/1"}""")]
    [InlineData("/v1/shelves/1/books/2", """{"text":"shelves/1/books/2"}""")]
    [InlineData("/v1/pairs/1/seconds/2/end", """{"text":"pairs/1","otherName":"seconds/2"}""")]
    public async Task A_variable_with_segments_has_all_of_them(string path, string expected) =>
        await AssertAnswerAsync("GET", path, expected);

    [Theory]
    [InlineData("/v1/files/a", """{"text":"a"}""")]
    [InlineData("/v1/files/a/b/c.txt", """{"text":"a/b/c.txt"}""")]
    [InlineData("/v1/files", "{}")]
    [InlineData("/v1/trees/a/b", """{"text":"trees/a/b"}""")]
    [InlineData("/v1/trees", """{"text":"trees"}""")]
    public async Task Two_stars_are_any_number_of_segments(string path, string expected) =>
        await AssertAnswerAsync("GET", path, expected);

    [Fact]
    public async Task A_star_without_a_variable_is_any_segment() =>
        await AssertAnswerAsync("GET", "/v1/any/thing/one/a", """{"text":"a"}""");

    [Theory]
    [InlineData("POST", "/v1/texts/a:cancel", """{"text":"a"}""")]
    [InlineData("POST", "/v1/texts/a:b:cancel", """{"text":"a:b"}""")]
    [InlineData("GET", "/v1/texts:list", "{}")]
    [InlineData("POST", "/v1/files/a/b:restore", """{"text":"a/b"}""")]
    public async Task A_verb_is_no_part_of_the_variable(string method, string path, string expected) =>
        await AssertAnswerAsync(method, path, expected);

    [Fact]
    public async Task What_looks_like_a_verb_is_part_of_a_variable_without_one() =>
        await AssertAnswerAsync("GET", "/v1/texts/a:cancel", """{"text":"a:cancel"}""");

    [Theory]
    [InlineData("/v1/texts")]
    [InlineData("/v1/texts/a/b")]
    [InlineData("/v1/shelves/1/books")]
    [InlineData("/v1/any/one/a")]
    [InlineData("/v1/hidden")]
    [InlineData("/nothing")]
    public async Task A_path_of_no_template_is_404(string path)
    {
        var answer = await echo.Server.GetAsync(path);

        Assert.Equal(404, answer.Code);
    }

    [Theory]
    [InlineData("POST", "/v1/smalls/7")]
    [InlineData("GET", "/v1/whole/a")]
    [InlineData("GET", "/v1/look/a")]
    public async Task Another_http_method_is_405(string method, string path)
    {
        var answer = await echo.Server.SendAsync(method, path);

        Assert.Equal(405, answer.Code);
    }

    // The gRPC server has a route for each path of two segments, where calls of unknown services end.
    [Fact]
    public async Task Another_http_method_is_404_where_the_path_could_be_of_grpc()
    {
        var answer = await echo.Server.SendAsync("POST", "/v1/get");

        Assert.Equal(404, answer.Code);
    }

    [Theory]
    [InlineData("GET", "/v1/bound/a")]
    [InlineData("PUT", "/v1/whole/a")]
    [InlineData("PATCH", "/v1/users/a")]
    [InlineData("LOOK", "/v1/look/a")]
    public async Task Each_http_method_has_its_pattern(string method, string path)
    {
        var answer = await echo.Server.SendAsync(method, path, method is "GET" or "LOOK" ? null : "{}");

        Assert.Equal(200, answer.Code);
        Assert.Contains("\"text\":\"a\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/v1/alias/a", null, """{"text":"a"}""")]
    [InlineData("POST", "/v1/bound", """{"text":"a"}""", """{"text":"a"}""")]
    [InlineData("GET", "/v1/bound-text/a", null, "\"a\"")]
    public async Task Each_additional_binding_is_a_way_of_its_own(string method, string path, string? body, string expected)
    {
        var answer = await echo.Server.SendAsync(method, path, body);

        Assert.Equal(expected, answer.Text);
    }

    [Fact]
    public async Task An_encoded_slash_stays_in_its_segment() =>
        await AssertAnswerAsync("GET", "/v1/texts/a%2Fb", """{"text":"a%2Fb"}""");

    [Theory]
    [InlineData("/v1/smalls/seven")]
    [InlineData("/v1/smalls/3000000000")]
    [InlineData("/v1/smalls/1.5")]
    [InlineData("/v1/levels/LOUD")]
    [InlineData("/v1/levels/77")]
    [InlineData("/v1/times/yesterday")]
    public async Task A_segment_that_is_no_value_of_the_field_is_400(string path)
    {
        var answer = await echo.Server.GetAsync(path);

        Refused.AssertInvalid(answer);
    }

    private async Task AssertAnswerAsync(string method, string path, string expected)
    {
        var answer = await echo.Server.SendAsync(method, path);

        Assert.Equal((200, expected), (answer.Code, answer.Text));
    }
}
