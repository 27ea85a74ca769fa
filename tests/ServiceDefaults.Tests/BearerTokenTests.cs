using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

/// <summary>The header as it arrives over HTTP/2.</summary>
public sealed class BearerTokenTests
{
    [Theory]
    [InlineData("Bearer geheim", "geheim", true)]
    [InlineData("bearer geheim", "geheim", true)]
    [InlineData("BEARER   geheim", "geheim", true)]
    [InlineData("Bearer geheim  ", "geheim", true)]
    [InlineData("Bearer geheim2", "geheim", false)]
    [InlineData("Bearer Geheim", "geheim", false)]
    [InlineData("Bearer", "geheim", false)]
    [InlineData("Bearer ", "", false)]
    [InlineData("", "", false)]
    [InlineData("Bearer x", null, false)]
    [InlineData("Basic geheim", "geheim", false)]
    [InlineData("geheim", "geheim", false)]
    public async Task A_token_is_the_known_one_or_not(string header, string? known, bool matches) =>
        Assert.Equal(matches, await MatchesAsync(new Metadata { { "authorization", header } }, known));

    [Fact]
    public async Task A_header_that_comes_twice_is_no_token() => Assert.False(await MatchesAsync(
        new Metadata { { "authorization", "Bearer geheim" }, { "authorization", "Bearer other" } }, "geheim"));

    [Fact]
    public async Task A_call_without_the_header_brings_no_token() => Assert.False(await MatchesAsync([], "geheim"));

    [Fact]
    public async Task A_header_of_16_KiB_is_read_and_refused() => Assert.False(
        await MatchesAsync(new Metadata { { "authorization", $"Bearer {new string('x', 16 * 1024)}" } }, "geheim"));

    private static async Task<bool> MatchesAsync(Metadata headers, string? known)
    {
        await using var server = await ShopServer.StartAsync(
            (_, context) => Task.FromResult($"{BearerToken.Matches(context, known)}"));

        return bool.Parse(await server.Call(headers));
    }
}
