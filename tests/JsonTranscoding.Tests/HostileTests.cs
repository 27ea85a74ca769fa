using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>Whatever a client sends is answered with a 4xx and a status, never with a 500, and the server goes on.</summary>
public sealed class HostileTests(EchoServer echo)
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("""{"text":"a",}""")]
    [InlineData("""{"text":'a'}""")]
    [InlineData("""{text:"a"}""")]
    [InlineData("""{"text":"a"} // comment""")]
    [InlineData("""{"text":"a""")]
    [InlineData("""{"text":"\x"}""")]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("{\"text\":\"a\nb\"}")]
    [InlineData("""{"small":01}""")]
    [InlineData("""{"small":NaN}""")]
    [InlineData("""{"numbers":[1,2""")]
    [InlineData("""{"noSuchField":tru}""")]
    [InlineData("<user/>")]
    public async Task What_is_no_json_object_is_malformed(string body)
    {
        var answer = await echo.Server.PostAsync("/v1/whole", body);

        Refused.AssertMalformed(answer);
    }

    [Theory]
    [InlineData("inner", "{}")]
    [InlineData("noSuchField", "{}")]
    public async Task Objects_500_deep_are_malformed(string name, string innermost)
    {
        var deep = string.Concat(Enumerable.Repeat($"{{\"{name}\":", 500)) + innermost + new string('}', 500);

        var answer = await echo.Server.PostAsync("/v1/whole", deep);

        Refused.AssertMalformed(answer);
    }

    [Theory]
    [InlineData("open", "{\"a\":", "}")]
    [InlineData("list", "[", "]")]
    [InlineData("anyJson", "[", "]")]
    public async Task Json_in_a_message_500_deep_is_malformed(string field, string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 500)) + (open == "[" ? "" : "{}") + string.Concat(Enumerable.Repeat(close, 500));

        var answer = await echo.Server.PostAsync("/v1/whole", $"{{\"{field}\":{deep}}}");

        Refused.AssertMalformed(answer);
    }

    [Fact]
    public async Task Objects_50_deep_are_read()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"inner\":", 50)) + "{}" + new string('}', 50);

        var answer = await echo.Server.PostAsync("/v1/whole", deep);

        Assert.Equal((200, deep), (answer.Code, answer.Text));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("bigPositive")]
    public async Task A_number_of_a_million_digits_is_malformed(string field)
    {
        var answer = await echo.Server.PostAsync("/v1/whole", $"{{\"{field}\":{new string('9', 1_000_000)}}}");

        Refused.AssertMalformed(answer);
    }

    [Theory]
    [InlineData("{\"text\":\"", "\"}")]
    [InlineData("{\"labels\":{\"", "\":\"a\"}}")]
    [InlineData("{\"open\":{\"a\":\"", "\"}}")]
    [InlineData("", "")]
    public async Task What_is_no_utf8_is_malformed(string before, string after)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(before), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes(after)];

        var answer = await echo.Server.SendAsync("POST", "/v1/whole", body, "application/json");

        Refused.AssertMalformed(answer);
    }

    [Fact]
    public async Task A_body_over_the_limit_of_Kestrel_is_400()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoingService>(),
            configure: builder => builder.Services.Configure<KestrelServerOptions>(
                kestrel => kestrel.Limits.MaxRequestBodySize = 1000));

        var answer = await server.PostAsync("/v1/whole", $$"""{"text":"{{new string('x', 1000)}}"}""");

        Refused.AssertInvalid(answer);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_400_before_it_is_read()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, echo.Server.Address.Port).InTime();
        var head = "POST /v1/whole HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(client.GetStream());

        var status = await reader.ReadLineAsync().InTime();

        Assert.Equal("HTTP/1.1 400 Bad Request", status);
    }

    // The official package reads a body whatever this limit is: it is for messages of gRPC.
    [Fact]
    public async Task The_limit_for_grpc_messages_is_not_for_json()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<EchoingService>(), grpc: options => options.MaxReceiveMessageSize = 10);

        var answer = await server.PostAsync("/v1/whole", $$"""{"text":"{{new string('x', 1000)}}"}""");

        Assert.Equal(200, answer.Code);
    }

    [Fact]
    public async Task A_query_that_names_fields_without_end_is_400()
    {
        var name = string.Concat(Enumerable.Repeat("inner.", 1000)) + "text";

        var answer = await echo.Server.GetAsync($"/v1/get?{name}=a");

        Refused.AssertInvalid(answer);
    }

    [Fact]
    public async Task A_query_of_many_parameters_is_read()
    {
        var answer = await echo.Server.GetAsync($"/v1/get?{string.Join('&', Enumerable.Repeat("numbers=1", 700))}");

        Assert.Equal(200, answer.Code);
        Assert.Equal(700, answer.Text.Count(letter => letter == '1'));
    }

    [Fact]
    public async Task A_query_longer_than_a_request_line_is_414()
    {
        var answer = await echo.Server.GetAsync($"/v1/get?text={new string('x', 20_000)}");

        Assert.Equal(414, answer.Code);
    }

    [Theory]
    [InlineData("/v1/texts/%00")]
    [InlineData("/v1/texts/%C3%28")]
    [InlineData("/v1/texts/%")]
    [InlineData("/v1/texts/%zz")]
    [InlineData("/v1/texts/..%2F..%2Fetc")]
    [InlineData("/v1/files/%2F%2F/..%2f")]
    [InlineData("/v1/get?text=%C3%28")]
    [InlineData("/v1/get?text=%zz&&&==")]
    [InlineData("/v1/get?%00=a")]
    public async Task A_strange_url_is_no_500(string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, echo.Server.Address.Port).InTime();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());

        var status = await reader.ReadLineAsync().InTime();

        Assert.Matches("^HTTP/1.1 (200|400|404) ", status);
    }

    [Theory]
    [InlineData("x!y", "1")]
    [InlineData("token-bin", "***")]
    [InlineData("grpc-timeout", "1n")]
    [InlineData("Accept-Charset", "utf-7")]
    public async Task A_strange_header_does_not_stop_a_method_that_reads_headers(string name, string value)
    {
        await using var server = await CallServer.StartAsync((_, context) =>
            Task.FromResult(new Transcoding.V1.CallResponse { Number = context.RequestHeaders.Count > 0 ? 1 : 0 }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/run");
        request.Headers.TryAddWithoutValidation(name, value);

        using var response = await server.Client.SendAsync(request).InTime();

        Assert.Equal("""{"text":"","number":1}""", await response.Content.ReadAsStringAsync());
    }
}
