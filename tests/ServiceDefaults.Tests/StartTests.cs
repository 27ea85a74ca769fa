using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

/// <summary>What a server says that starts, or does not.</summary>
public sealed class StartTests
{
    private const string AnyPort = "http://127.0.0.1:0";

    [Theory]
    [InlineData("--Shop:MaxBytes=abc", "'abc' at 'Shop:MaxBytes'")]
    [InlineData("--Shop:MaxBytes=", "at 'Shop:MaxBytes'")]
    [InlineData("--Shop:Count=99999999999", "'99999999999' at 'Shop:Count'")]
    [InlineData("--Shop:Timeout=5x", "'5x' at 'Shop:Timeout'")]
    [InlineData("--Shop:Timeout=99999999.00:00:00", "at 'Shop:Timeout'")]
    [InlineData("--Shop:Day=Doomsday", "'Doomsday' at 'Shop:Day'")]
    [InlineData("--Serilog:MinimumLevel:Default=Bogus", "The value Bogus is not a valid Serilog level.")]
    [InlineData("--Shop:MaxBytes=0", "did not start: Shop:MaxBytes is below 1: give 'one' or more.")]
    [InlineData("--Shop:MaxByte=5", "There is no setting Shop:MaxByte. Did you mean Shop:MaxBytes?")]
    [InlineData("--shop:MaxBytes:x=1", "There is no setting Shop:MaxBytes:x: Shop:MaxBytes is one value.")]
    [InlineData("--Shop:Tokens=geheim", "Shop:Tokens is not one value: give a name with each, as Shop:Tokens:NAME.")]
    public async Task A_setting_that_makes_no_sense_is_refused(string setting, string words)
    {
        var (exitCode, error) = await FailAsync("--urls", AnyPort, setting);

        Assert.Equal(ExitCodes.Refused, exitCode);
        Assert.Contains(words, error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "'nonsense' is no address.")]
    [InlineData("http://127.0.0.1:50061x", "'http://127.0.0.1:50061x' is no address.")]
    [InlineData("http://[::1]:5;http://localhost:x", "'http://localhost:x' is no address.")]
    [InlineData("http://127.0.0.1:70000", "'http://127.0.0.1:70000' is no address.")]
    public async Task An_address_that_is_none_is_named(string address, string words)
    {
        var (exitCode, error) = await FailAsync("--urls", address);

        Assert.Equal(ExitCodes.Failed, exitCode);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_is_no_stack_trace()
    {
        var (_, error) = await FailAsync(
            "--urls", "https://127.0.0.1:0", "--Kestrel:Certificates:Default:Subject", "nobody.example", "--Kestrel:Certificates:Default:Store", "My");

        Assert.Contains("https://127.0.0.1:0 needs a certificate", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (_, error) = await FailAsync("--urls", $"{AnyPort};http://{listener.LocalEndpoint}");

        Assert.Contains($"another program listens on {AnyPort};http://{listener.LocalEndpoint}.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_start_disposes_of_the_server()
    {
        IServiceProvider? services = null;

        await ServiceProcess.RunAsync(
            args =>
            {
                var app = ShopServer.Create(args);
                services = app.Services;
                return app;
            },
            ["--urls", "http://127.0.0.1:70000"], (_, _) => [], TextWriter.Null, TextWriter.Null).WaitAsync(ShopServer.Limit);

        Assert.Throws<ObjectDisposedException>(() => services!.GetService<ShopOptions>());
    }

    [Fact]
    public async Task All_addresses_are_named_and_a_stop_is_a_success()
    {
        var output = new StringWriter();
        var exitCode = await ServiceProcess.RunAsync(
            args => ShopServer.Create(args),
            ["--urls", $"{AnyPort};{AnyPort}"],
            (services, client) =>
            {
                services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
                return [$"client{client}"];
            },
            output,
            TextWriter.Null).WaitAsync(ShopServer.Limit);

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.Matches(@"listens on http://127\.0\.0\.1:[0-9]+ and http://127\.0\.0\.1:[0-9]+\. Stop", output.ToString());
        Assert.Matches(@"client --server http://127\.0\.0\.1:[0-9]+", output.ToString());
    }

    [Fact]
    public async Task A_server_that_stops_because_a_background_service_threw_has_failed() => Assert.Equal(
        ExitCodes.Failed,
        await ServiceProcess.RunAsync(
            args => ShopServer.Create(args, configure: services => services.AddHostedService<Broken>()),
            ["--urls", AnyPort], (_, _) => [], TextWriter.Null, TextWriter.Null).WaitAsync(ShopServer.Limit));

    [Fact]
    public async Task A_file_with_settings_that_is_no_JSON_is_named()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "appsettings.json"), "{ \"Shop\": {}, \"shop\": { \"Count\": 1 }, }}", TestContext.Current.CancellationToken);

            var (exitCode, error) = await FailAsync("--contentRoot", folder.FullName);

            Assert.Equal(ExitCodes.Refused, exitCode);
            Assert.Contains("appsettings.json", error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_only_a_programmer_can_mend_keeps_its_stack_trace() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => ServiceProcess.RunAsync(
            _ => throw new InvalidOperationException("Unable to resolve a service."), [], (_, _) => [], TextWriter.Null, TextWriter.Null));

    private static async Task<(int ExitCode, string Error)> FailAsync(params string[] args)
    {
        var error = new StringWriter();
        var exitCode = await ServiceProcess.RunAsync(
            all => ShopServer.Create(all), args, (_, _) => [], TextWriter.Null, error).WaitAsync(ShopServer.Limit);
        return (exitCode, error.ToString());
    }

    private sealed class Broken : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => throw new IOException("The disk is full.");
    }
}
