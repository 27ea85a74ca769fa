using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>ReadFrom.Services takes each kind of part from the service provider.</summary>
/// <remarks>
/// Source: README of serilog/serilog-aspnetcore ("Injecting services into enrichers and sinks"); the package's XML
/// documentation of <c>LoggerSettingsConfigurationExtensions.Services</c>.
/// </remarks>
public sealed class ReadFromServicesTests
{
    [Fact]
    public void Each_kind_of_part_is_taken()
    {
        using var sink = new EventList();
        var parts = new Parts();
        using var services = new ServiceCollection()
            .AddSingleton<ILogEventSink>(sink)
            .AddSingleton<ILogEventEnricher>(parts)
            .AddSingleton<ILogEventFilter>(parts)
            .AddSingleton<IDestructuringPolicy>(parts)
            .AddSingleton<ILoggerSettings>(parts)
            .AddSingleton(new LoggingLevelSwitch(LogEventLevel.Warning))
            .BuildServiceProvider();
        using var logger = new LoggerConfiguration().ReadFrom.Services(services).CreateLogger();

        logger.Information("below the switch");
        logger.Warning("filtered");
        logger.Warning("{@Version}", new Version(1, 2));

        var written = Assert.Single(sink.Events);
        Assert.Equal("\"enriched\"", written.Properties["Enricher"].ToString());
        Assert.Equal("\"read\"", written.Properties["Settings"].ToString());
        Assert.Equal("\"version 1.2\"", written.Properties["Version"].ToString());
    }

    [Fact]
    public void A_level_switch_works_on_a_logger_that_runs()
    {
        using var sink = new EventList();
        var level = new LoggingLevelSwitch(LogEventLevel.Warning);
        using var services = new ServiceCollection()
            .AddSingleton<ILogEventSink>(sink).AddSingleton(level).BuildServiceProvider();
        using var logger = new LoggerConfiguration().ReadFrom.Services(services).CreateLogger();

        level.MinimumLevel = LogEventLevel.Verbose;
        logger.Verbose("now visible");

        Assert.Equal(["now visible"], sink.Messages);
    }

    [Fact]
    public void No_parts_are_no_error()
    {
        using var sink = new EventList();
        using var services = new ServiceCollection().BuildServiceProvider();
        using var logger = new LoggerConfiguration().ReadFrom.Services(services).WriteTo.Sink(sink).CreateLogger();

        logger.Information("hello");

        Assert.Equal(["hello"], sink.Messages);
    }

    private sealed class Parts : ILogEventEnricher, ILogEventFilter, IDestructuringPolicy, ILoggerSettings
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
            logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty("Enricher", "enriched"));

        public bool IsEnabled(LogEvent logEvent) => logEvent.MessageTemplate.Text != "filtered";

        public bool TryDestructure(
            object value, ILogEventPropertyValueFactory propertyValueFactory, out LogEventPropertyValue result)
        {
            result = new ScalarValue($"version {value}");
            return value is Version;
        }

        public void Configure(LoggerConfiguration loggerConfiguration) =>
            loggerConfiguration.Enrich.WithProperty("Settings", "read");
    }
}
