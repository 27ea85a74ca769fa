using System.Globalization;
using System.Text.RegularExpressions;
using Workshop.Errors;

namespace Workshop.Tests;

/// <summary>The command <c>tour</c> of lab 06: what docs/06-errors.md says of it.</summary>
public sealed partial class TourTests
{
    [Fact]
    public async Task Shows_for_each_of_the_17_codes_who_made_it_and_what_REST_shows()
    {
        var (exitCode, output, _) = await RunAsync("tour");

        Assert.Equal(0, exitCode);
        // The lab's texts name this number.
        Assert.StartsWith("48 calls ", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 80));
        var pages = Pages(output);
        Assert.Equal(Enumerable.Range(0, 17), pages.Keys.Order());
        int[] rest = [200, 408, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];
        Assert.All(pages, page =>
        {
            Assert.Contains($"REST {rest[page.Key]}", page.Value, StringComparison.Ordinal);
            Assert.Contains("   you       the service chose it", page.Value, StringComparison.Ordinal);
        });
        // Nobody but the service makes these, and the service's answer to REST is another matter.
        Assert.All([3, 5, 6, 9, 10, 11, 15], code => Assert.DoesNotMatch("   (library|proxy) ", pages[code]));
    }

    [Theory]
    [InlineData(1, "the client cancels its call")]
    [InlineData(1, "HTTP 200 with a page (text/html) (documented: UNKNOWN)")]
    [InlineData(1, "HTTP 200 without a grpc-status (documented: UNKNOWN)")]
    [InlineData(2, "the method throws")]
    [InlineData(2, "a request that does not decompress (documented: INTERNAL)")]
    [InlineData(2, "HTTP 500")]
    [InlineData(4, "the deadline passes while the server works")]
    [InlineData(4, "the deadline passed before the call")]
    [InlineData(7, "HTTP 403")]
    [InlineData(8, "a request over the server's limit of 4 MiB")]
    [InlineData(8, "a response over the client's limit of 4 MiB")]
    [InlineData(12, "the server does not have the method")]
    [InlineData(12, "the server does not have the service")]
    [InlineData(12, "a compression that the server does not have")]
    [InlineData(12, "HTTP 404")]
    [InlineData(13, "the server resets the stream (INTERNAL_ERROR)")]
    [InlineData(13, "a response that ends inside a message")]
    [InlineData(13, "a header that is not ASCII")]
    [InlineData(13, "headers of 40 KB: the server takes 32 KiB")]
    [InlineData(13, "the server speaks HTTP/1.1 alone")]
    [InlineData(13, "credentials that cannot be had (documented: UNAUTHENTICATED)")]
    [InlineData(13, "HTTP 400, HTTP 431")]
    [InlineData(14, "a response that is no message (documented: INTERNAL)")]
    [InlineData(14, "nobody listens")]
    [InlineData(14, "the connection breaks")]
    [InlineData(14, "HTTP 429, HTTP 502, HTTP 503, HTTP 504")]
    [InlineData(16, "HTTP 401")]
    public async Task Measures_which_status_a_cause_has(int code, string cause)
    {
        Assert.Contains(cause, (await Measured.Value)[code], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_sentences_of_the_codes_that_are_named()
    {
        var (exitCode, output, _) = await RunAsync("tour", "unavailable", "16");

        Assert.Equal(0, exitCode);
        Assert.Equal([14, 16], Pages(output).Keys.Order());
        Assert.Contains("\"Bad gRPC response. HTTP status code: 401\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_the_server_that_is_named()
    {
        await using var app = ErrorsHost.Create();
        await app.StartAsync();

        var (exitCode, output, _) = await RunAsync("tour", "UNKNOWN", "--server", app.Urls.First());

        Assert.Equal(0, exitCode);
        Assert.Contains("the method throws", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "'17' is no status code", "tour", "17")]
    [InlineData(2, "no server address", "tour", "--server", "localhost:50051")]
    [InlineData(1, "does not answer as StatusTour does: UNAVAILABLE", "tour", "--server", "http://127.0.0.1:1")]
    public async Task Says_in_a_sentence_what_is_wrong(int expected, string sentence, params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(args);

        Assert.Equal(expected, exitCode);
        Assert.Empty(output);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    // One tour for all causes: it makes every call anyway.
    private static Lazy<Task<Dictionary<int, string>>> Measured { get; } = new(async () => Pages((await RunAsync("tour")).Output));

    private static Dictionary<int, string> Pages(string output) => output.ReplaceLineEndings("\n").Split("\n\n").Skip(1)
        .ToDictionary(page => int.Parse(Number().Match(page).Value, CultureInfo.InvariantCulture));

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await UserCommandLine.RunAsync(args, output, error).WaitAsync(TimeSpan.FromMinutes(1));
        return (exitCode, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
