using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Workshop.Tests;

/// <summary>What a client of lab 05 sends that is too long, negative or broken: it is refused, and the server goes on.</summary>
public sealed class BrokenBodyTests
{
    [Theory]
    [InlineData("""{"name":"a","size":-1}""")]
    [InlineData("")]
    public async Task Refuses_a_size_and_a_description_that_nobody_needs(string body)
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;
        using var content = new StringContent(
            body.Length > 0 ? body : JsonSerializer.Serialize(new { name = "a", description = new string('d', 1001) }), null, "application/json");

        using var response = await client.PostAsync(new Uri("/v1/files", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("FIELD_INVALID", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 40000000\r\n\r\n", "413")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nno chunk\r\n", "400")]
    public async Task Says_in_a_problem_that_a_body_did_not_come_whole(string rest, string status)
    {
        await using var host = await CatalogHost.StartAsync();

        var response = await SendAsync(host, rest);

        Assert.StartsWith($"HTTP/1.1 {status} ", response, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", response, StringComparison.Ordinal);
        Assert.Contains("The body did not come whole.", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_goes_away_changes_nothing()
    {
        await using var host = await CatalogHost.StartAsync();
        using var client = host.Http1;

        Assert.Equal("", await SendAsync(host, "Content-Length: 10\r\n\r\nhello", andGoes: true));

        var file = await client.GetFromJsonAsync<JsonElement>(new Uri("/v1/files/f1", UriKind.Relative));
        Assert.Equal("1200", file.GetProperty("size").GetString());
    }

    private static async Task<string> SendAsync(CatalogHost host, string rest, bool andGoes = false)
    {
        using var client = host.Http1;
        using var connection = new TcpClient();
        await connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"PUT /v1/files/f1/content HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{rest}"));
        if (andGoes)
        {
            connection.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        try
        {
            while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is { } line)
            {
                lines.Add(line);
            }
        }
        catch (IOException)
        {
            // The server resets a connection whose body it does not read.
        }

        return string.Join('\n', lines);
    }
}
