using Microsoft.Extensions.Hosting;
using Serilog.Extensions.Logging;

namespace Serilog;

/// <summary>Makes Serilog the logging of a host.</summary>
/// <remarks>Each method does what the method of <see cref="SerilogServiceCollectionExtensions"/> with the same parameters does.</remarks>
public static class SerilogHostBuilderExtensions
{
    /// <summary>Writes the host's logging to the logger.</summary>
    /// <param name="builder">The host builder.</param>
    /// <param name="logger">The logger; null stands for <see cref="Log.Logger"/>.</param>
    /// <param name="dispose">True: the logger is closed together with the host.</param>
    /// <param name="providers">Receives the host's own logging providers, for <c>WriteTo.Providers()</c>.</param>
    public static IHostBuilder UseSerilog(
        this IHostBuilder builder, ILogger logger = null, bool dispose = false,
        LoggerProviderCollection providers = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        return builder.ConfigureServices((_, services) => services.AddSerilog(logger, dispose, providers));
    }

    /// <summary>Writes the host's logging to a logger that is configured when the host is built.</summary>
    /// <param name="builder">The host builder.</param>
    /// <param name="configureLogger">Configures the logger.</param>
    /// <param name="preserveStaticLogger">False: <see cref="Log.Logger"/> becomes this logger, and is closed with the host.</param>
    /// <param name="writeToProviders">True: events go to the host's own logging providers as well.</param>
    public static IHostBuilder UseSerilog(
        this IHostBuilder builder, Action<HostBuilderContext, LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false, bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureLogger);

        return builder.UseSerilog(
            (context, _, configuration) => configureLogger(context, configuration),
            preserveStaticLogger,
            writeToProviders);
    }

    /// <summary>Writes the host's logging to a logger that is configured from the host's services.</summary>
    /// <param name="builder">The host builder.</param>
    /// <param name="configureLogger">Configures the logger. A service that logs through the host must not be asked for here.</param>
    /// <param name="preserveStaticLogger">False: <see cref="Log.Logger"/> becomes this logger, and is closed with the host.</param>
    /// <param name="writeToProviders">True: events go to the host's own logging providers as well.</param>
    public static IHostBuilder UseSerilog(
        this IHostBuilder builder, Action<HostBuilderContext, IServiceProvider, LoggerConfiguration> configureLogger,
        bool preserveStaticLogger = false, bool writeToProviders = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureLogger);

        return builder.ConfigureServices((context, collection) => collection.AddSerilog(
            (services, configuration) => configureLogger(context, services, configuration),
            preserveStaticLogger,
            writeToProviders));
    }
}
