using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using ILogger = Serilog.ILogger;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>Which loggers the end of a host closes, for each form of UseSerilog and AddSerilog.</summary>
/// <remarks>
/// Source: the package's XML documentation of the parameters <c>dispose</c> (the given logger, or by
/// <c>Log.CloseAndFlush</c> the static one) and <c>preserveStaticLogger</c>; README of
/// serilog/serilog-extensions-hosting ("Inline initialization": the logger is assigned implicitly, and closed when the
/// app is shut down) and of serilog/serilog-aspnetcore ("Two-stage initialization": the application calls
/// <c>Log.CloseAndFlush</c> last). A container closes what it makes, by <c>Dispose</c> or by <c>DisposeAsync</c>: that
/// must not close a sink again.
/// </remarks>
[Collection("Log.Logger")]
public sealed class HostDisposalTests : IDisposable
{
    private static readonly Dictionary<string, Action<IHostBuilder, ILogger?, bool>> Given = new()
    {
        ["UseSerilog"] = (host, logger, dispose) => host.UseSerilog(logger, dispose),
        ["AddSerilog"] = (host, logger, dispose) =>
            host.ConfigureServices(services => services.AddSerilog(logger, dispose)),
    };

    private static readonly Dictionary<string, Action<IHostBuilder, Action<LoggerConfiguration>, bool>> Configured =
        new()
        {
            ["UseSerilog of the context"] = (host, configure, preserve) =>
                host.UseSerilog((_, configuration) => configure(configuration), preserve),
            ["UseSerilog of the services"] = (host, configure, preserve) =>
                host.UseSerilog((_, _, configuration) => configure(configuration), preserve),
            ["AddSerilog"] = (host, configure, preserve) =>
                host.ConfigureServices(services => services.AddSerilog(configure, preserve)),
            ["AddSerilog of the services"] = (host, configure, preserve) => host.ConfigureServices(services =>
                services.AddSerilog((_, configuration) => configure(configuration), preserve)),
        };

    private readonly EventList _sink = new();
    private readonly EventList _static = new();

    public static MatrixTheoryData<string, bool> GivenForms => new(Given.Keys, [false, true]);

    public static MatrixTheoryData<string, bool> ConfiguredForms => new(Configured.Keys, [false, true]);

    public void Dispose()
    {
        Log.CloseAndFlush();
        _sink.Dispose();
        _static.Dispose();
    }

    [Theory]
    [MemberData(nameof(GivenForms))]
    public async Task A_given_logger_stays_open(string form, bool asynchronously)
    {
        await using var logger = new LoggerConfiguration().WriteTo.Sink(_sink).CreateLogger();

        await RunHostAsync(host => Given[form](host, logger, false), asynchronously);
        logger.Information("after the host");

        Assert.Equal(["from the host", "after the host"], _sink.Messages);
        Assert.Equal(0, _sink.Closings);
    }

    [Theory]
    [MemberData(nameof(GivenForms))]
    public async Task A_given_logger_is_closed_once_on_request(string form, bool asynchronously)
    {
        var logger = new LoggerConfiguration().WriteTo.Sink(_sink).CreateLogger();
        SetStaticLogger();

        await RunHostAsync(host => Given[form](host, logger, true), asynchronously);

        Assert.Equal(["from the host"], _sink.Messages);
        Assert.Equal(1, _sink.Closings);
        Assert.Equal(0, _static.Closings);
    }

    [Theory]
    [MemberData(nameof(GivenForms))]
    public async Task Without_a_given_logger_the_static_one_stays_open(string form, bool asynchronously)
    {
        SetStaticLogger();

        await RunHostAsync(host => Given[form](host, null, false), asynchronously);
        Log.Information("after the host");

        Assert.Equal(["from the host", "after the host"], _static.Messages);
        Assert.Equal(0, _static.Closings);
    }

    [Theory]
    [MemberData(nameof(GivenForms))]
    public async Task Without_a_given_logger_the_static_one_is_closed_once_on_request(string form, bool asynchronously)
    {
        SetStaticLogger();

        await RunHostAsync(host => Given[form](host, null, true), asynchronously);

        Assert.Equal(1, _static.Closings);
        Assert.Same(Logger.None, Log.Logger);
    }

    [Theory]
    [MemberData(nameof(GivenForms))]
    public async Task A_bootstrap_logger_without_a_configuration_stays_open(string form, bool asynchronously)
    {
        Log.Logger = new LoggerConfiguration().WriteTo.Sink(_static).CreateBootstrapLogger();

        await RunHostAsync(host => Given[form](host, null, false), asynchronously);
        Log.Information("after the host");
        var closings = _static.Closings;
        Log.CloseAndFlush();

        Assert.Equal(["from the host", "after the host"], _static.Messages);
        Assert.Equal(0, closings);
        Assert.Equal(1, _static.Closings);
    }

    [Theory]
    [MemberData(nameof(ConfiguredForms))]
    public async Task A_configured_logger_becomes_the_static_one_and_is_closed_once(string form, bool asynchronously)
    {
        await RunHostAsync(
            host => Configured[form](host, configuration => configuration.WriteTo.Sink(_sink), false), asynchronously);

        Assert.Equal(["from the host"], _sink.Messages);
        Assert.Equal(1, _sink.Closings);
        Assert.Same(Logger.None, Log.Logger);
    }

    [Theory]
    [MemberData(nameof(ConfiguredForms))]
    public async Task A_configured_logger_beside_the_static_one_is_closed_once_and_the_static_one_stays_open(
        string form, bool asynchronously)
    {
        SetStaticLogger();

        await RunHostAsync(
            host => Configured[form](host, configuration => configuration.WriteTo.Sink(_sink), true), asynchronously);
        Log.Information("after the host");

        Assert.Equal(["from the host"], _sink.Messages);
        Assert.Equal(1, _sink.Closings);
        Assert.Equal(["after the host"], _static.Messages);
        Assert.Equal(0, _static.Closings);
    }

    [Theory]
    [MemberData(nameof(ConfiguredForms))]
    public async Task A_bootstrap_logger_is_written_to_after_the_hosts_end_until_it_is_closed(
        string form, bool asynchronously)
    {
        Log.Logger = new LoggerConfiguration().WriteTo.Sink(_static).CreateBootstrapLogger();

        await RunHostAsync(
            host => Configured[form](host, configuration => configuration.WriteTo.Sink(_sink), false), asynchronously);
        Log.Information("after the host");
        var closings = _sink.Closings;
        Log.CloseAndFlush();

        Assert.Equal(["from the host", "after the host"], _sink.Messages);
        Assert.Equal(0, closings);
        Assert.Equal(1, _sink.Closings);
        Assert.Equal(1, _static.Closings);
    }

    [Theory]
    [MemberData(nameof(ConfiguredForms))]
    public async Task A_bootstrap_logger_that_is_preserved_is_neither_reloaded_nor_closed(
        string form, bool asynchronously)
    {
        var bootstrap = new LoggerConfiguration().WriteTo.Sink(_static).CreateBootstrapLogger();
        Log.Logger = bootstrap;

        await RunHostAsync(
            host => Configured[form](host, configuration => configuration.WriteTo.Sink(_sink), true), asynchronously);
        Log.Information("after the host");

        Assert.Same(bootstrap, Log.Logger);
        Assert.Equal(["from the host"], _sink.Messages);
        Assert.Equal(1, _sink.Closings);
        Assert.Equal(["after the host"], _static.Messages);
        Assert.Equal(0, _static.Closings);
    }

    private static async Task RunHostAsync(Action<IHostBuilder> addSerilog, bool asynchronously)
    {
        var builder = new HostBuilder();
        addSerilog(builder);
        var host = builder.Build();

        // Everything that the package registers, so that the container has it all to close.
        host.Services.GetService<ILogger>();
        host.Services.GetRequiredService<IDiagnosticContext>();
        host.Services.GetRequiredService<ILogger<HostDisposalTests>>().Say("from the host");

        if (asynchronously)
        {
            await ((IAsyncDisposable)host).DisposeAsync().AsTask().InTime();
        }
        else
        {
            host.Dispose();
        }
    }

    private void SetStaticLogger() => Log.Logger = new LoggerConfiguration().WriteTo.Sink(_static).CreateLogger();
}
