using System.Diagnostics.CodeAnalysis;
using Serilog.Core;
using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>A logger with a context, made from a <see cref="ReloadableLogger"/> and following its reloads.</summary>
internal sealed class ReloadingContextLogger(ReloadableLogger root, Func<ILogger, ILogger> narrow) : ILogger
{
    private (ILogger Root, ILogger Logger)? _narrowed;

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

    public void Write(LogEvent logEvent) =>
        root.Run((Context: this, logEvent), static (logger, e) => e.Context.Narrowed(logger).Write(e.logEvent));

    public void Write(
        LogEventLevel level, Exception? exception, string messageTemplate, params object?[]? propertyValues) =>
        root.Run(
            (Context: this, level, exception, messageTemplate, propertyValues),
            static (logger, e) => e.Context.Narrowed(logger)
                .Write(e.level, e.exception, e.messageTemplate, e.propertyValues));

    public bool IsEnabled(LogEventLevel level) => Narrowed(root.Current).IsEnabled(level);

    public bool BindMessageTemplate(
        string messageTemplate, object?[]? propertyValues,
        [NotNullWhen(true)] out MessageTemplate? parsedTemplate,
        [NotNullWhen(true)] out IEnumerable<LogEventProperty>? boundProperties) =>
        root.BindMessageTemplate(messageTemplate, propertyValues, out parsedTemplate, out boundProperties);

    public bool BindProperty(
        string? propertyName, object? value, bool destructureObjects,
        [NotNullWhen(true)] out LogEventProperty? property) =>
        root.BindProperty(propertyName, value, destructureObjects, out property);

    private ReloadingContextLogger Narrow(Func<ILogger, ILogger> further) => new(root, logger => further(narrow(logger)));

    private ILogger Narrowed(ILogger current)
    {
        // Two threads may both make one; either serves.
        if (_narrowed is { } known && ReferenceEquals(known.Root, current))
        {
            return known.Logger;
        }

        var logger = narrow(current);
        _narrowed = (current, logger);
        return logger;
    }
}
