using Grpc.Core;
using Serilog.Events;
using Serilog.Parsing;
using Workshop.Logs.V1;

namespace Workshop.Tests;

/// <summary>Which names say that their value is secret.</summary>
public sealed class SecretsTests
{
    private static readonly string[] Secret =
    [
        "password", "Password", "UserPassword", "userpassword", "passwd", "pwd", "DbPwd", "secret", "client_secret", "ClientSecret",
        "clientsecret", "token", "AccessToken", "accesstoken", "authorization", "apiKey", "api-key", "API_KEY", "apikey", "ApiKey", "Api Key",
        "cookie", "Set-Cookie", "setCookie", "private_key", "privateKey", "PRIVATE-KEY", "connection string", "ConnectionString",
        "connection_string", "credential", "Credentials", "session", "SessionId", "session_id", "sessionid", "otp", "OTP", "OtpCode", "userOtp",
        "pin", "PIN", "Pin", "PinCode", "PINCode", "card-pin", "cardPin", "pin1", "ssn", "SSN", "Customer.Ssn",
    ];

    private static readonly string[] NotSecret =
    [
        "pinned", "Pinned", "spinning", "SPINNING", "Shipping", "Mapping", "opinion", "pinpoint", "footprint", "Laptop", "hotplug", "desktop",
        "ClassName", "className", "classname", "obsession", "Key", "Api", "String", "Connection", "User", "Order",
    ];

    [Fact]
    public async Task Secrets_are_masked_by_the_words_of_their_names_and_nothing_else_is()
    {
        await using var server = await TailServer.StartAsync();
        foreach (var name in Secret.Concat(NotSecret))
        {
            server.Logger.Write(new LogEvent(
                DateTimeOffset.UtcNow, LogEventLevel.Information, null, new MessageTemplate(name, [new TextToken(name)]),
                [new LogEventProperty(name, new ScalarValue("tea"))]));
        }

        using var call = server.Client.StreamLogs(new StreamLogsRequest());
        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        var shown = messages.Where(message => message.Entry is not null)
            .ToDictionary(message => message.Entry.Message, message => Assert.Single(message.Entry.Properties).Value);

        Assert.Equal([], Secret.Where(name => shown[name] != "***"));
        Assert.Equal([], NotSecret.Where(name => shown[name] != "tea"));
    }

    [Fact]
    public async Task Secrets_are_masked_at_any_depth()
    {
        await using var server = await TailServer.StartAsync();
        server.Logger.Information(
            "{@Order} {@Map} {@List}",
            new { Number = 1, Card = new { Pin = "tea-1" } },
            new Dictionary<string, object> { ["api-key"] = "tea-2", ["inner"] = new Dictionary<string, string> { ["otp"] = "tea-3" } },
            new[] { new { Ssn = "tea-4" } });

        using var call = server.Client.StreamLogs(new StreamLogsRequest());
        var entry = (await call.ResponseStream.ReadAllAsync().ToListAsync())[0].Entry;

        Assert.DoesNotContain("tea", $"{entry}", StringComparison.Ordinal);
    }
}
