using System.Text;
using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>What the body is: google/api/http.proto, HttpRule.body.</summary>
public sealed class BodyTests(EchoServer echo)
{
    [Theory]
    [InlineData("POST", "/v1/whole", """{"text":"a","small":1}""", """{"text":"a","small":1}""")]
    [InlineData("POST", "/v1/whole", "{}", "{}")]
    [InlineData("PUT", "/v1/whole/b", """{"small":1}""", """{"text":"b","small":1}""")]
    public async Task A_star_is_the_whole_request(string method, string path, string body, string expected) =>
        await AssertAnswerAsync(method, path, body, expected);

    [Fact]
    public async Task The_path_counts_more_than_the_body() =>
        await AssertAnswerAsync("PUT", "/v1/whole/b", """{"text":"a"}""", """{"text":"b"}""");

    [Fact]
    public async Task With_a_star_the_query_is_not_looked_at() =>
        await AssertAnswerAsync("POST", "/v1/whole?small=7&flag=maybe", """{"text":"a"}""", """{"text":"a"}""");

    [Theory]
    [InlineData("PATCH", "/v1/users/a", """{"id":"u1","age":7}""", """{"text":"a","user":{"id":"u1","age":7}}""")]
    [InlineData("POST", "/v1/users", """[{"id":"u1"},{}]""", """{"users":[{"id":"u1"},{}]}""")]
    [InlineData("POST", "/v1/labels", """{"a":"b"}""", """{"labels":{"a":"b"}}""")]
    [InlineData("POST", "/v1/small", "7", """{"small":7}""")]
    [InlineData("POST", "/v1/users", "null", "{}")]
    public async Task A_field_is_what_the_body_holds(string method, string path, string body, string expected) =>
        await AssertAnswerAsync(method, path, body, expected);

    [Fact]
    public async Task With_a_field_the_query_sets_the_others() => await AssertAnswerAsync(
        "PATCH", "/v1/users/a?small=7&user.name=x&user=y", """{"id":"u1"}""", """{"text":"a","small":7,"user":{"id":"u1"}}""");

    [Theory]
    [InlineData("""{"text":"a"}""")]
    [InlineData("no json")]
    [InlineData("")]
    public async Task Without_a_body_in_the_rule_it_is_not_read(string body) =>
        await AssertAnswerAsync("POST", "/v1/nobody?small=7", body, """{"small":7}""");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.workshop+json")]
    public async Task A_json_content_type_is_accepted(string contentType)
    {
        var answer = await echo.Server.SendAsync("POST", "/v1/whole", """{"text":"é"}""", contentType);

        Assert.Equal("""{"text":"é"}""", answer.Text);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/grpc")]
    [InlineData("json")]
    [InlineData("")]
    public async Task Another_content_type_is_400(string contentType)
    {
        var answer = await echo.Server.SendAsync("POST", "/v1/whole", """{"text":"a"}""", contentType);

        Refused.AssertInvalid(answer);
        Assert.Contains("application/json", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_charset_is_understood()
    {
        var body = Encoding.Unicode.GetBytes("""{"text":"é"}""");

        var answer = await echo.Server.SendAsync("POST", "/v1/whole", body, "application/json; charset=utf-16");

        Assert.Equal("""{"text":"é"}""", answer.Text);
    }

    [Fact]
    public async Task An_unknown_charset_is_400()
    {
        var answer = await echo.Server.SendAsync("POST", "/v1/whole", "{}", "application/json; charset=utf-nonsense");

        Refused.AssertInvalid(answer);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{\"text\":\"a\"}"u8];

        var answer = await echo.Server.SendAsync("POST", "/v1/whole", body, "application/json");

        Assert.Equal("""{"text":"a"}""", answer.Text);
    }

    [Fact]
    public async Task A_large_body_arrives_whole()
    {
        var text = new string('x', 1_000_000);

        var answer = await echo.Server.PostAsync("/v1/whole", $$"""{"text":"{{text}}"}""");

        Assert.Equal($$"""{"text":"{{text}}"}""", answer.Text);
    }

    [Fact]
    public async Task One_connection_serves_many_calls_whether_they_fail_or_not()
    {
        foreach (var body in Enumerable.Repeat<string[]>(["""{"text":"a"}""", "{", """{"small":"x"}"""], 5).SelectMany(part => part))
        {
            var answer = await echo.Server.PostAsync("/v1/whole", body);

            Assert.Equal(body.Contains("text", StringComparison.Ordinal) ? 200 : 400, answer.Code);
        }
    }

    private async Task AssertAnswerAsync(string method, string path, string body, string expected)
    {
        var answer = await echo.Server.SendAsync(method, path, body);

        Assert.Equal((200, expected), (answer.Code, answer.Text));
    }
}
