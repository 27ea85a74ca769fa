namespace Workshop.Interop.Tests;

/// <summary>Lab 01: a unary call.</summary>
public sealed class HelloCalls
{
    private const string Call = "/workshop.greeter.v1.GreeterService/SayHello ended with";

    // A character outside the first 65,536 of Unicode: two units of UTF-16, four bytes of UTF-8.
    private const string Owl = "🦉";

    public static IEnumerable<TheoryDataRow<string>> Languages => Peer.Languages;

    [Theory, MemberData(nameof(Languages))]
    public async Task A_name_is_greeted(string language)
    {
        var peer = await Peer.OfAsync(language);
        await using var server = await LabServer.StartAsync("Hello");

        await using var client = await peer.RunAsync("hello", server, "Zoë");

        Assert.Equal(0, client.ExitCode);
        Assert.Equal("OK", client.Status);
        Assert.Equal("Hello, Zoë!", client.Last("message"));
        await server.LogsAsync($"{Call} OK");
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_refusal_arrives_with_its_status_and_detail(string language)
    {
        var peer = await Peer.OfAsync(language);
        await using var server = await LabServer.StartAsync("Hello");

        await using var client = await peer.RunAsync("hello", server, "");

        Assert.Equal(1, client.ExitCode);
        Assert.Equal("INVALID_ARGUMENT", client.Status);
        Assert.Equal("The name is empty: give 1 to 80 characters.", client.Detail);
        await server.LogsAsync($"{Call} InvalidArgument");
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Characters_are_counted_alike_in_every_language(string language)
    {
        var peer = await Peer.OfAsync(language);
        await using var server = await LabServer.StartAsync("Hello");
        var longest = string.Concat(Enumerable.Repeat(Owl, 80));

        await using var accepted = await peer.RunAsync("hello", server, longest);
        await using var refused = await peer.RunAsync("hello", server, longest + Owl);

        Assert.Equal($"Hello, {longest}!", accepted.Last("message"));
        Assert.Equal("INVALID_ARGUMENT", refused.Status);
        Assert.Equal("The name has 81 characters: give 1 to 80.", refused.Detail);
    }
}
