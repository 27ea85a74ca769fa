using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Workshop.Harness;

namespace Workshop.Tests;

/// <summary>What a check says of plain HTTP.</summary>
public sealed class HttpTests
{
    [Fact, Trait("Todo", "01.1")]
    public async Task A_request_and_its_response_are_told_as_they_are()
    {
        await using var check = new LabCheck();
        await check.StartAsync(Create);

        await check.HttpAsync("GET", "/none");
        await check.HttpAsync("POST", "/lines?of=2", """{"a":"a text of more than forty characters is not shortened here"}""");
        await check.HttpAsync("POST", "/lines", new string('x', 2000), "text/plain");
        await check.HttpAsync("GET", "/broken");

        await check.MatchAsync("The snapshot has two lines of a body, a long text, the length of a longer one, and a connection that broke.");
    }

    [Fact, Trait("Todo", "01.1")]
    public async Task A_peer_tells_what_it_was_asked_for()
    {
        await using var check = new LabCheck();
        var peer = await check.StartHttpPeerAsync(context => context.Response.WriteAsync("yes"));
        using var client = new HttpClient();

        await check.CallAsync(async () => check.Note("got", await client.GetStringAsync(new Uri($"{peer}/a?b=c"))));

        await check.MatchAsync("The snapshot has the path and the query.");
    }

    private static WebApplication Create(string[] args)
    {
        var app = WebApplication.CreateSlimBuilder(args).Build();
        app.MapPost("/lines", () => Results.Text("first\nsecond\n"));
        app.MapGet("/broken", async context =>
        {
            // Less than was promised: Kestrel sends what there is, and closes the connection.
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("first\n");
        });
        return app;
    }
}
