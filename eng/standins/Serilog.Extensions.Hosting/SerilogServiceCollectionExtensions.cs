using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Extensions.Hosting;
using Serilog.Extensions.Logging;

namespace Serilog;

/// <summary>Makes Serilog the logging of a service collection.</summary>
public static class SerilogServiceCollectionExtensions
{
    /// <summary>Writes all logging to the logger.</summary>
    /// <param name="collection">The services.</param>
    /// <param name="logger">The logger; null stands for <see cref="Log.Logger"/>.</param>
    /// <param name="dispose">True: the logger is closed together with the services. False: it is the caller's.</param>
    /// <param name="providers">Receives the registered logging providers, for <c>WriteTo.Providers()</c>.</param>
    public static IServiceCollection AddSerilog(
        this IServiceCollection collection, ILogger logger = null, bool dispose = false,
        LoggerProviderCollection providers = null)
    {
        ArgumentNullException.ThrowIfNull(collection);

        collection.AddSingleton<ILoggerFactory>(services => CreateFactory(services, logger, dispose, providers));
        if (logger is not null)
        {
            collection.AddSingleton(logger);
        }

        return collection.AddDiagnosticContext(_ => new DiagnosticContext(logger));
    }

    /// <summary>Writes all logging to a logger that is configured when the first logger is asked for.</summary>
    /// <param name="collection">The services.</param>
    /// <param name="configureLogger">Configures the logger.</param>
    /// <param name="preserveStaticLogger">False: <see cref="Log.Logger"/> becomes this logger, and is closed with the services.</param>
    /// <param name="writeToProviders">True: events go to the registered logging providers as well.</param>
    public static IServiceCollection AddSerilog(
        this IServiceCollection collection, Action<LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false, bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(configureLogger);

        return collection.AddSerilog(
            (_, configuration) => configureLogger(configuration), preserveStaticLogger, writeToProviders);
    }

    /// <summary>Writes all logging to a logger that is configured from the services.</summary>
    /// <remarks>
    /// A <see cref="Log.Logger"/> made by <c>CreateBootstrapLogger()</c> is reloaded with the configuration and frozen,
    /// unless it is preserved. The application made it, and closes it by <c>Log.CloseAndFlush()</c>: what happens after
    /// the end of the services is logged, too.
    /// </remarks>
    /// <param name="collection">The services.</param>
    /// <param name="configureLogger">Configures the logger. A service that logs must not be asked for here.</param>
    /// <param name="preserveStaticLogger">False: <see cref="Log.Logger"/> becomes this logger, and is closed with the services.</param>
    /// <param name="writeToProviders">True: events go to the registered logging providers as well.</param>
    public static IServiceCollection AddSerilog(
        this IServiceCollection collection, Action<IServiceProvider, LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false, bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(configureLogger);

        var providers = writeToProviders ? new LoggerProviderCollection() : null;
        var bootstrap = preserveStaticLogger ? null : Log.Logger as ReloadableLogger;

        collection.AddSingleton(services => new ConfiguredLogger(Configure(services)));
        // A container closes what it makes. The logger is closed by the factory alone, so the container gets one made
        // from it, which closes nothing.
        collection.AddSingleton(services =>
            services.GetRequiredService<ConfiguredLogger>().Logger.ForContext(Array.Empty<ILogEventEnricher>()));
        collection.AddSingleton<ILoggerFactory>(services =>
        {
            var logger = services.GetRequiredService<ConfiguredLogger>().Logger;
            if (preserveStaticLogger)
            {
                return CreateFactory(services, logger, dispose: true, providers);
            }

            // Null stands for Log.Logger, and closing it is Log.CloseAndFlush().
            Log.Logger = logger;
            return CreateFactory(services, null, dispose: bootstrap is null, providers);
        });

        return collection.AddDiagnosticContext(services => new DiagnosticContext(
            preserveStaticLogger ? services.GetRequiredService<ConfiguredLogger>().Logger : null));

        ILogger Configure(IServiceProvider services)
        {
            if (bootstrap is not null)
            {
                bootstrap.Reload(Fill);
                return bootstrap.Freeze();
            }

            return Fill(new LoggerConfiguration()).CreateLogger();

            LoggerConfiguration Fill(LoggerConfiguration configuration)
            {
                if (providers is not null)
                {
                    configuration.WriteTo.Providers(providers);
                }

                configureLogger(services, configuration);
                return configuration;
            }
        }
    }

    private static SerilogLoggerFactory CreateFactory(
        IServiceProvider services, ILogger logger, bool dispose, LoggerProviderCollection providers)
    {
        var factory = new SerilogLoggerFactory(logger, dispose, providers);
        if (providers is not null)
        {
            foreach (var provider in services.GetServices<ILoggerProvider>())
            {
                factory.AddProvider(provider);
            }
        }

        return factory;
    }

    private static IServiceCollection AddDiagnosticContext(
        this IServiceCollection collection, Func<IServiceProvider, DiagnosticContext> create) =>
        collection
            .AddSingleton(create)
            .AddSingleton<IDiagnosticContext>(services => services.GetRequiredService<DiagnosticContext>());

    /// <summary>Makes the configuration callback run once, whichever of the logger's services is asked for first.</summary>
    private sealed record ConfiguredLogger(ILogger Logger);
}
