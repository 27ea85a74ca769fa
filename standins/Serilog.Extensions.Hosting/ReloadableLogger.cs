using System.Diagnostics.CodeAnalysis;
using Serilog.Core;
using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>A logger whose configuration can be replaced, until it is frozen.</summary>
/// <remarks>
/// It logs the start of an application, before configuration and services exist, and becomes the final logger once
/// they do. Loggers made from it by <c>ForContext</c> follow each replacement.
/// </remarks>
public sealed class ReloadableLogger : ILogger, IDisposable
{
    private readonly Lock _gate = new();
    private volatile Logger _logger;
    private volatile bool _frozen;

    internal ReloadableLogger(Logger initial)
    {
        _logger = initial;
    }

    internal ILogger Current => _logger;

    /// <summary>Replaces the configuration, and closes the logger that ran with the old one.</summary>
    /// <param name="configure">Receives a fresh configuration and returns the one to use.</param>
    /// <exception cref="InvalidOperationException">The logger is frozen.</exception>
    public void Reload(Func<LoggerConfiguration, LoggerConfiguration> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        lock (_gate)
        {
            ThrowIfFrozen();
            var replaced = _logger;
            _logger = configure(new LoggerConfiguration()).CreateLogger();
            replaced.Dispose();
        }
    }

    /// <summary>Ends reloading; from now on an event is written without taking a lock.</summary>
    /// <returns>The final logger.</returns>
    /// <exception cref="InvalidOperationException">The logger is frozen already.</exception>
    public Logger Freeze()
    {
        lock (_gate)
        {
            ThrowIfFrozen();
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

    public ILogger ForContext(ILogEventEnricher enricher) => Narrow(logger => logger.ForContext(enricher));

    public ILogger ForContext(IEnumerable<ILogEventEnricher> enrichers)
    {
        var all = enrichers.ToArray();
        return Narrow(logger => logger.ForContext(all));
    }

    public ILogger ForContext(string propertyName, object? value, bool destructureObjects = false) =>
        Narrow(logger => logger.ForContext(propertyName, value, destructureObjects));

    public ILogger ForContext<TSource>() => Narrow(logger => logger.ForContext<TSource>());

    public ILogger ForContext(Type source) => Narrow(logger => logger.ForContext(source));

    public void Write(LogEvent logEvent) => Run(logEvent, static (logger, e) => logger.Write(e));

    public void Write(LogEventLevel level, string messageTemplate) => Forward(level, null, messageTemplate, []);

    public void Write<T>(LogEventLevel level, string messageTemplate, T propertyValue) =>
        Forward(level, null, messageTemplate, [propertyValue]);

    public void Write<T0, T1>(LogEventLevel level, string messageTemplate, T0 propertyValue0, T1 propertyValue1) =>
        Forward(level, null, messageTemplate, [propertyValue0, propertyValue1]);

    public void Write<T0, T1, T2>(
        LogEventLevel level, string messageTemplate, T0 propertyValue0, T1 propertyValue1, T2 propertyValue2) =>
        Forward(level, null, messageTemplate, [propertyValue0, propertyValue1, propertyValue2]);

    public void Write(LogEventLevel level, string messageTemplate, params object?[]? propertyValues) =>
        Forward(level, null, messageTemplate, propertyValues);

    public void Write(LogEventLevel level, Exception? exception, string messageTemplate) =>
        Forward(level, exception, messageTemplate, []);

    public void Write<T>(LogEventLevel level, Exception? exception, string messageTemplate, T propertyValue) =>
        Forward(level, exception, messageTemplate, [propertyValue]);

    public void Write<T0, T1>(
        LogEventLevel level, Exception? exception, string messageTemplate, T0 propertyValue0, T1 propertyValue1) =>
        Forward(level, exception, messageTemplate, [propertyValue0, propertyValue1]);

    public void Write<T0, T1, T2>(
        LogEventLevel level, Exception? exception, string messageTemplate,
        T0 propertyValue0, T1 propertyValue1, T2 propertyValue2) =>
        Forward(level, exception, messageTemplate, [propertyValue0, propertyValue1, propertyValue2]);

    public void Write(
        LogEventLevel level, Exception? exception, string messageTemplate, params object?[]? propertyValues) =>
        Forward(level, exception, messageTemplate, propertyValues);

    public bool IsEnabled(LogEventLevel level) => _logger.IsEnabled(level);

    public bool BindMessageTemplate(
        string messageTemplate, object?[]? propertyValues,
        [NotNullWhen(true)] out MessageTemplate? parsedTemplate,
        [NotNullWhen(true)] out IEnumerable<LogEventProperty>? boundProperties) =>
        _logger.BindMessageTemplate(messageTemplate, propertyValues, out parsedTemplate, out boundProperties);

    public bool BindProperty(
        string? propertyName, object? value, bool destructureObjects,
        [NotNullWhen(true)] out LogEventProperty? property) =>
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

    private void Forward(LogEventLevel level, Exception? exception, string messageTemplate, object?[]? values) =>
        Run(
            (level, exception, messageTemplate, values),
            static (logger, e) => logger.Write(e.level, e.exception, e.messageTemplate, e.values));

    private ILogger Narrow(Func<ILogger, ILogger> narrow) =>
        _frozen ? narrow(_logger) : new ReloadingContextLogger(this, narrow);

    private void ThrowIfFrozen()
    {
        if (_frozen)
        {
            throw new InvalidOperationException("The logger is already frozen.");
        }
    }
}
