using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workshop.JsonTranscoding.Tests.Servers;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>Authorization of ASP.NET Core is asked before a transcoded call.</summary>
public sealed class AuthorizationTests : IAsyncLifetime
{
    private TestServer? _server;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(
        app => app.MapGrpcService<CallingService>(),
        configure: builder =>
        {
            builder.Services.AddSingleton(new CallsOfTest());
            builder.Services.AddAuthentication("name").AddScheme<AuthenticationSchemeOptions, NameInHeader>("name", null);
            builder.Services.AddAuthorization();
        });

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    [Theory]
    [InlineData("/v1/guarded", null, 401)]
    [InlineData("/v1/guarded", "Ada", 200)]
    [InlineData("/v1/run", null, 200)]
    public async Task Authorize_on_a_method_counts(string path, string? name, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-name", name is null ? [] : [name]);

        using var response = await _server!.Client.SendAsync(request).InTime();

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_user_is_known_to_the_method()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/guarded") { Headers = { { "x-name", "Ada" } } };

        using var response = await _server!.Client.SendAsync(request).InTime();

        Assert.Equal("""{"text":"Ada","number":0}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task RequireAuthorization_on_a_service_counts()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapGrpcService<CallingService>().RequireAuthorization(),
            configure: builder =>
            {
                builder.Services.AddSingleton(new CallsOfTest());
                builder.Services.AddAuthentication("name").AddScheme<AuthenticationSchemeOptions, NameInHeader>("name", null);
                builder.Services.AddAuthorization();
            });

        var answer = await server.GetAsync("/v1/run");

        Assert.Equal(401, answer.Code);
    }

    private sealed class NameInHeader(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["x-name"].FirstOrDefault() is not { } name)
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
