using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Serilog;
using Serilog.Events;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>Request logging writes one event a request, with what the request collected.</summary>
/// <remarks>Source: README of serilog/serilog-aspnetcore ("Request logging").</remarks>
[Collection("Log.Logger")]
public sealed class RequestLoggingTests
{
    [Fact]
    public async Task A_request_is_one_event_with_what_it_collected()
    {
        using var sink = new EventList();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSerilog(configuration => configuration.WriteTo.Sink(sink));
        await using var app = builder.Build();
        app.UseSerilogRequestLogging();
        app.MapGet("/", (IDiagnosticContext context) =>
        {
            context.Set("Answer", 42);
            return Results.NoContent();
        });
        await app.StartAsync().InTime();
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(app.Urls.Single())).InTime();
        await app.StopAsync().InTime();

        var closing = Assert.Single(sink.Events, logEvent => logEvent.Properties.ContainsKey("Answer"));
        Assert.Equal(LogEventLevel.Information, closing.Level);
        Assert.Equal("204", closing.Properties["StatusCode"].ToString());
        Assert.Equal("42", closing.Properties["Answer"].ToString());
    }
}
