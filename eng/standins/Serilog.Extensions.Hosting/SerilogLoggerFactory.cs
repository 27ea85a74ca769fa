using Microsoft.Extensions.Logging;
using Serilog.Debugging;
using Serilog.Extensions.Logging;

namespace Serilog.Hosting;

/// <summary>Makes loggers of Microsoft.Extensions.Logging that write to Serilog.</summary>
[Obsolete("Use Serilog.Extensions.Logging.SerilogLoggerFactory.")]
public class SerilogLoggerFactory : ILoggerFactory
{
    private readonly SerilogLoggerProvider _provider;

    /// <param name="logger">The logger; null stands for <see cref="Log.Logger"/>.</param>
    /// <param name="dispose">True: the logger is closed together with the factory.</param>
    public SerilogLoggerFactory(ILogger logger = null, bool dispose = false)
    {
        _provider = new SerilogLoggerProvider(logger, dispose);
    }

    public void Dispose()
    {
        _provider.Dispose();
        GC.SuppressFinalize(this);
    }

    public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) =>
        _provider.CreateLogger(categoryName);

    /// <summary>Ignores the provider: everything goes to Serilog.</summary>
    public void AddProvider(ILoggerProvider provider) =>
        SelfLog.WriteLine("The logging provider {0} is ignored: everything goes to Serilog.", provider);
}
