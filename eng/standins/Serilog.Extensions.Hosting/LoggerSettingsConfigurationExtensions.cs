using Microsoft.Extensions.DependencyInjection;
using Serilog.Configuration;
using Serilog.Core;

namespace Serilog;

/// <summary>Takes parts of the logger from the service provider.</summary>
public static class LoggerSettingsConfigurationExtensions
{
    /// <summary>Adds every part of a logger that is registered as a service.</summary>
    /// <remarks>
    /// These are <see cref="ILoggerSettings"/>, <see cref="LoggingLevelSwitch"/>, <see cref="IDestructuringPolicy"/>,
    /// <see cref="ILogEventEnricher"/>, <see cref="ILogEventFilter"/> and <see cref="ILogEventSink"/>. A level switch
    /// controls the logger's minimum level.
    /// </remarks>
    public static LoggerConfiguration Services(
        this LoggerSettingsConfiguration loggerSettingsConfiguration, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(loggerSettingsConfiguration);
        ArgumentNullException.ThrowIfNull(services);

        return loggerSettingsConfiguration.Settings(new ServicesSettings(services));
    }

    private sealed class ServicesSettings(IServiceProvider services) : ILoggerSettings
    {
        public void Configure(LoggerConfiguration loggerConfiguration)
        {
            if (services.GetService<LoggingLevelSwitch>() is { } levelSwitch)
            {
                loggerConfiguration.MinimumLevel.ControlledBy(levelSwitch);
            }

            foreach (var settings in services.GetServices<ILoggerSettings>())
            {
                loggerConfiguration.ReadFrom.Settings(settings);
            }

            loggerConfiguration.Destructure.With([.. services.GetServices<IDestructuringPolicy>()]);
            loggerConfiguration.Enrich.With([.. services.GetServices<ILogEventEnricher>()]);
            loggerConfiguration.Filter.With([.. services.GetServices<ILogEventFilter>()]);

            foreach (var sink in services.GetServices<ILogEventSink>())
            {
                loggerConfiguration.WriteTo.Sink(sink);
            }
        }
    }
}
