using System.Globalization;
using System.Net;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

public sealed class RequestLogTests
{
    private static readonly ErrorDomain Errors = new("shop.example");

    [Fact]
    public async Task A_call_is_one_line_with_its_status_and_the_reason_reaches_the_client()
    {
        var lines = new Lines();
        await using var server = await ShopServer.StartAsync(
            (_, _) => throw Errors.InvalidArgument("NO_TEA", "tea", "There is no tea."), lines.Register);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await server.Call());

        Assert.Equal("NO_TEA", ErrorDomain.ReasonOf(exception));
        Assert.StartsWith("/shop.Shop/Ask ended with InvalidArgument in ", await lines.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_detail_that_cannot_be_read_is_no_reason() => Assert.Equal("", ErrorDomain.ReasonOf(new RpcException(
        new Status(StatusCode.Internal, ""), new Metadata { { "grpc-status-details-bin", [0xff, 0xff] } })));

    [Fact]
    public async Task Control_characters_of_a_path_do_not_reach_the_console()
    {
        var lines = new Lines();
        await using var server = await ShopServer.StartAsync((request, _) => Task.FromResult(request), lines.Register);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{server.Address}/%1b[31mred%0aline%e2%80%ae"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var line = await lines.NextAsync();
        Assert.Contains("red", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter is '\u202e');
    }

    [Fact]
    public async Task A_long_path_is_cut_off()
    {
        var lines = new Lines();
        await using var server = await ShopServer.StartAsync((request, _) => Task.FromResult(request), lines.Register);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{server.Address}/{new string('a', 4_000)}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.InRange((await lines.NextAsync()).Length, 256, 400);
    }

    /// <summary>What the console would show of the first line about a call.</summary>
    private sealed class Lines : ILogEventSink
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Register(IServiceCollection services) => services.AddSingleton<ILogEventSink>(this);

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.MessageTemplate.Text.Contains("ended with", StringComparison.Ordinal))
            {
                var text = string.Concat(logEvent.MessageTemplate.Tokens.Select(token =>
                    token is Serilog.Parsing.PropertyToken property && logEvent.Properties[property.PropertyName] is ScalarValue { Value: string value }
                        ? value
                        : Render(token, logEvent)));
                _first.TrySetResult(text);
            }
        }

        public Task<string> NextAsync() => _first.Task.WaitAsync(ShopServer.Limit);

        private static string Render(Serilog.Parsing.MessageTemplateToken token, LogEvent logEvent)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            token.Render(logEvent.Properties, writer, CultureInfo.InvariantCulture);
            return writer.ToString();
        }
    }
}
