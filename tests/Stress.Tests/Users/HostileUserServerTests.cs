using System.Net;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Workshop.Errors;
using Google.Protobuf;

namespace Workshop.Tests;

/// <summary>A server whose refusals are made to break the client's commands.</summary>
public sealed class HostileUserServerTests
{
    public static TheoryData<string, string> Headers => new()
    {
        { "grpc-status-details-bin", Of(new RetryInfo { RetryDelay = new Duration { Seconds = long.MaxValue, Nanos = -1 } }) },
        { "grpc-status-details-bin", Of(new ErrorInfo { Reason = "\u001b[2J\u202E" }) },
        { "grpc-status-details-bin", Convert.ToBase64String(new Google.Rpc.Status
            {
                Details = { new Any { TypeUrl = "type.googleapis.com/google.rpc.ErrorInfo", Value = ByteString.CopyFrom(0xFF) } },
            }.ToByteArray()) },
        { "grpc-status-details-bin", "!" },
        { "other-bin", "!" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_refusal_is_lines_without_anything_that_a_console_obeys(string header, string value)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "5";
            context.Response.Headers["grpc-message"] = "nope%1B[2J%0Aforged";
            context.Response.Headers[header] = value;
            return Task.CompletedTask;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        var exitCode = await UserCommandLine.RunAsync(["get", "1", "--server", app.Urls.First()], output, error);

        Assert.NotEqual(0, exitCode);
        Assert.Empty($"{output}");
        Assert.NotEmpty($"{error}");
        Assert.DoesNotContain($"{error}".ReplaceLineEndings("\n"), letter => letter != '\n' && (char.IsControl(letter) || letter == '\u202E'));
        Assert.DoesNotContain("\nforged", $"{error}", StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", $"{error}", StringComparison.Ordinal);
    }

    private static string Of(IMessage detail) =>
        Convert.ToBase64String(new Google.Rpc.Status { Details = { Any.Pack(detail) } }.ToByteArray());
}
