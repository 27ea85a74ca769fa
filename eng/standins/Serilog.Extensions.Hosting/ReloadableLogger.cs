using Serilog.Core;
using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>A logger whose configuration can be replaced.</summary>
/// <remarks>
/// It logs the start of an application, before configuration and services exist, and becomes the final logger once
/// they do. Loggers made from it by <c>ForContext</c> follow each replacement.
/// </remarks>
public sealed class ReloadableLogger : ILogger, IReloadableLogger, IDisposable
{
    private readonly Lock _gate = new();
    private volatile Logger _logger;
    private volatile bool _frozen;

    internal ReloadableLogger(Logger initial)
    {
        _logger = initial;
    }

    internal bool IsFrozen => _frozen;

    ILogger IReloadableLogger.Current => _logger;

    /// <summary>Closes the logger with the old configuration, and then makes one with the new.</summary>
    /// <remarks>
    /// In this order, because both may write to the same file. Once the logger is frozen, events are written without
    /// the lock, so a reload then may close the old logger while one is being written.
    /// </remarks>
    /// <param name="configure">Receives a fresh configuration and returns the one to use.</param>
    public void Reload(Func<LoggerConfiguration, LoggerConfiguration> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        lock (_gate)
        {
            _logger.Dispose();
            _logger = configure(new LoggerConfiguration()).CreateLogger();
        }
    }

    /// <summary>Announces that no reload follows: from now on an event is written without taking a lock.</summary>
    /// <returns>The final logger.</returns>
    /// <exception cref="InvalidOperationException">The logger is frozen already.</exception>
    public Logger Freeze()
    {
        lock (_gate)
        {
            if (_frozen)
            {
                throw new InvalidOperationException("The logger is already frozen.");
            }

            _frozen = true;
            return _logger;
        }
    }

    /// <summary>Closes the present logger and its sinks.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _logger.Dispose();
        }
    }

    public ILogger ForContext(ILogEventEnricher enricher) => ReloadingContextLogger.Make(this, this, enricher);

    public ILogger ForContext(IEnumerable<ILogEventEnricher> enrichers) =>
        ReloadingContextLogger.Make(this, this, enrichers);

    public ILogger ForContext(string propertyName, object value, bool destructureObjects = false) =>
        ReloadingContextLogger.Make(this, this, propertyName, value, destructureObjects);

    public ILogger ForContext<TSource>() => ForContext(typeof(TSource));

    public ILogger ForContext(Type source) => ReloadingContextLogger.Make(this, this, source);

    public void Write(LogEvent logEvent) => Run(logEvent, static (logger, e) => logger.Write(e));

    public void Write(LogEventLevel level, string messageTemplate) => Forward(level, null, messageTemplate, []);

    public void Write<T>(LogEventLevel level, string messageTemplate, T propertyValue) =>
        Forward(level, null, messageTemplate, [propertyValue]);

    public void Write<T0, T1>(LogEventLevel level, string messageTemplate, T0 propertyValue0, T1 propertyValue1) =>
        Forward(level, null, messageTemplate, [propertyValue0, propertyValue1]);

    public void Write<T0, T1, T2>(
        LogEventLevel level, string messageTemplate, T0 propertyValue0, T1 propertyValue1, T2 propertyValue2) =>
        Forward(level, null, messageTemplate, [propertyValue0, propertyValue1, propertyValue2]);

    public void Write(LogEventLevel level, string messageTemplate, params object[] propertyValues) =>
        Forward(level, null, messageTemplate, propertyValues);

    public void Write(LogEventLevel level, Exception exception, string messageTemplate) =>
        Forward(level, exception, messageTemplate, []);

    public void Write<T>(LogEventLevel level, Exception exception, string messageTemplate, T propertyValue) =>
        Forward(level, exception, messageTemplate, [propertyValue]);

    public void Write<T0, T1>(
        LogEventLevel level, Exception exception, string messageTemplate, T0 propertyValue0, T1 propertyValue1) =>
        Forward(level, exception, messageTemplate, [propertyValue0, propertyValue1]);

    public void Write<T0, T1, T2>(
        LogEventLevel level, Exception exception, string messageTemplate,
        T0 propertyValue0, T1 propertyValue1, T2 propertyValue2) =>
        Forward(level, exception, messageTemplate, [propertyValue0, propertyValue1, propertyValue2]);

    public void Write(
        LogEventLevel level, Exception exception, string messageTemplate, params object[] propertyValues) =>
        Forward(level, exception, messageTemplate, propertyValues);

    public bool IsEnabled(LogEventLevel level) => _logger.IsEnabled(level);

    public bool BindMessageTemplate(
        string messageTemplate, object[] propertyValues,
        out MessageTemplate parsedTemplate, out IEnumerable<LogEventProperty> boundProperties) =>
        _logger.BindMessageTemplate(messageTemplate, propertyValues, out parsedTemplate, out boundProperties);

    public bool BindProperty(
        string propertyName, object value, bool destructureObjects, out LogEventProperty property) =>
        _logger.BindProperty(propertyName, value, destructureObjects, out property);

    /// <summary>Runs one write. The lock keeps a reload from closing the logger under it.</summary>
    internal void Run<TState>(TState state, Action<ILogger, TState> write)
    {
        if (_frozen)
        {
            write(_logger, state);
            return;
        }

        lock (_gate)
        {
            write(_logger, state);
        }
    }

    private void Forward(LogEventLevel level, Exception exception, string messageTemplate, object[] values) =>
        Run(
            (level, exception, messageTemplate, values),
            static (logger, e) => logger.Write(e.level, e.exception, e.messageTemplate, e.values));
}
