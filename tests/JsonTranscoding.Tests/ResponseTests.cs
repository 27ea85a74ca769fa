using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What the response's body is: google/api/http.proto, HttpRule.response_body.</summary>
public sealed class ResponseTests(EchoServer echo)
{
    [Theory]
    [InlineData("/v1/only/text?text=a", "\"a\"")]
    [InlineData("/v1/only/text", "\"\"")]
    [InlineData("/v1/only/user?user.id=u1", """{"id":"u1"}""")]
    [InlineData("/v1/only/user", "null")]
    [InlineData("/v1/only/numbers?numbers=1&numbers=2", "[1,2]")]
    [InlineData("/v1/only/numbers", "[]")]
    public async Task A_field_is_the_body(string path, string expected)
    {
        var answer = await echo.Server.GetAsync(path);

        Assert.Equal((200, expected), (answer.Code, answer.Text));
    }

    [Fact]
    public async Task A_map_is_the_body()
    {
        var answer = await echo.Server.PostAsync("/v1/only/labels", """{"labels":{"a":"b"}}""");

        Assert.Equal("""{"a":"b"}""", answer.Text);
    }

    [Fact]
    public async Task A_response_that_is_a_wrapper_is_its_value()
    {
        var answer = await echo.Server.GetAsync("/v1/wrapped?text=a");

        Assert.Equal("\"a\"", answer.Text);
    }

    [Fact]
    public async Task An_empty_message_is_an_empty_object()
    {
        var answer = await echo.Server.SendAsync("DELETE", "/v1/texts/a");

        Assert.Equal((200, "{}"), (answer.Code, answer.Text));
    }

    [Fact]
    public async Task Json_is_utf8_and_says_so()
    {
        var answer = await echo.Server.GetAsync("/v1/get");

        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
    }
}
