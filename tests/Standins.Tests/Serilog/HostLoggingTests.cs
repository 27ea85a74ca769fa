using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;
using ILogger = Serilog.ILogger;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>UseSerilog and AddSerilog: who logs where.</summary>
/// <remarks>
/// Source: README of serilog/serilog-extensions-hosting ("Inline initialization") and of serilog/serilog-aspnetcore
/// ("Two-stage initialization", "Enabling Microsoft.Extensions.Logging.ILoggerProviders"); the package's XML
/// documentation of the two methods.
/// </remarks>
[Collection("Log.Logger")]
public sealed class HostLoggingTests : IDisposable
{
    private readonly EventList _sink = new();

    public void Dispose()
    {
        Log.CloseAndFlush();
        _sink.Dispose();
    }

    [Fact]
    public void A_given_logger_receives_the_hosts_logging_and_stays_open()
    {
        using var logger = Configure(new LoggerConfiguration()).CreateLogger();

        using (var host = new HostBuilder().UseSerilog(logger).Build())
        {
            LogFrom(host, "hello");
            Assert.Same(logger, host.Services.GetRequiredService<ILogger>());
        }

        Assert.Contains("hello", _sink.Messages);
        Assert.False(_sink.Closed);
    }

    [Fact]
    public void Without_a_logger_the_static_one_is_used()
    {
        Log.Logger = Configure(new LoggerConfiguration()).CreateLogger();

        using var host = new HostBuilder().UseSerilog().Build();
        LogFrom(host, "hello");

        Assert.Contains("hello", _sink.Messages);
        Assert.Null(host.Services.GetService<ILogger>());
    }

    [Fact]
    public void A_configured_logger_becomes_the_static_one_and_is_closed_with_the_host()
    {
        using (var host = new HostBuilder()
            .UseEnvironment("Classroom")
            .UseSerilog((context, configuration) =>
                Configure(configuration).Enrich.WithProperty("Environment", context.HostingEnvironment.EnvironmentName))
            .Build())
        {
            LogFrom(host, "from the host");
            Log.Information("from anywhere");
        }

        Assert.Equal(["from the host", "from anywhere"], _sink.Messages);
        Assert.Equal("\"Classroom\"", _sink.Events.First().Properties["Environment"].ToString());
        Assert.True(_sink.Closed);
        Assert.Same(Logger.None, Log.Logger);
    }

    [Fact]
    public void The_static_logger_is_preserved_on_request()
    {
        using var other = new LoggerConfiguration().CreateLogger();
        Log.Logger = other;

        using (var host = new HostBuilder()
            .UseSerilog((_, _, configuration) => Configure(configuration), preserveStaticLogger: true)
            .Build())
        {
            LogFrom(host, "hello");
        }

        Assert.Same(other, Log.Logger);
        Assert.Equal(["hello"], _sink.Messages);
        Assert.True(_sink.Closed);
    }

    [Fact]
    public void A_logger_is_configured_from_services_and_only_once()
    {
        var configured = 0;
        using var services = new ServiceCollection()
            .AddSingleton("workshop")
            .AddSerilog((provider, configuration) =>
            {
                configured++;
                Configure(configuration).Enrich.WithProperty("Name", provider.GetRequiredService<string>());
            })
            .BuildServiceProvider();

        services.GetRequiredService<ILoggerFactory>().CreateLogger("test").Say("hello");
        services.GetRequiredService<ILogger>().Information("again");

        Assert.All(_sink.Events, logEvent => Assert.Equal("\"workshop\"", logEvent.Properties["Name"].ToString()));
        Assert.Equal(2, _sink.Events.Count());
        Assert.Equal(1, configured);
    }

    [Fact]
    public void A_callback_without_services_configures_as_well()
    {
        using var services = new ServiceCollection()
            .AddSerilog(configuration => Configure(configuration))
            .BuildServiceProvider();

        services.GetRequiredService<ILoggerFactory>().CreateLogger("test").Say("hello");

        Assert.Equal(["hello"], _sink.Messages);
    }

    [Fact]
    public void Logging_providers_receive_events_only_on_request()
    {
        using var providers = new LoggerProviderCollection();
        using var given = new LoggerConfiguration().WriteTo.Providers(providers).CreateLogger();
        var toGiven = new ProviderList();
        var toConfigured = new ProviderList();
        var toNone = new ProviderList();

        LogThrough(toGiven, services => services.AddSerilog(given, providers: providers));
        LogThrough(toConfigured, services => services.AddSerilog(_ => { }, writeToProviders: true));
        LogThrough(toNone, services => services.AddSerilog(_ => { }));

        Assert.Equal(["hello"], toGiven.Messages);
        Assert.Equal(["hello"], toConfigured.Messages);
        Assert.Empty(toNone.Messages);
    }

    [Fact]
    public void A_bootstrap_logger_gives_way_to_the_configured_one()
    {
        using var early = new EventList();
        Log.Logger = new LoggerConfiguration().WriteTo.Sink(early).CreateBootstrapLogger();
        var context = Log.ForContext("Early", true).ForContext<HostLoggingTests>();

        Log.Information("starting");
        using var host = new HostBuilder().UseSerilog((_, _, configuration) => Configure(configuration)).Build();
        LogFrom(host, "running");
        context.Information("still {Here}", "here");

        Assert.Equal(["starting"], early.Messages);
        Assert.True(early.Closed);
        Assert.Equal(["running", "still \"here\""], _sink.Messages);
        Assert.Equal("True", _sink.Events.Last().Properties["Early"].ToString());
        Assert.Equal($"\"{typeof(HostLoggingTests)}\"", _sink.Events.Last().Properties["SourceContext"].ToString());
    }

    private LoggerConfiguration Configure(LoggerConfiguration configuration) => configuration.WriteTo.Sink(_sink);

    private static void LogFrom(IHost host, string message) =>
        host.Services.GetRequiredService<ILogger<HostLoggingTests>>().Say(message);

    private static void LogThrough(ProviderList list, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection().AddSingleton<ILoggerProvider>(list);
        add(services);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("test").Say("hello");
    }
}
