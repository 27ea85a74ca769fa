using Serilog.Core;
using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>A logger with a context, made from a <see cref="ReloadableLogger"/> and following its reloads.</summary>
/// <param name="root">Keeps a reload from closing the logger under a write.</param>
/// <param name="parent">The root, or a logger with a context itself.</param>
/// <param name="narrow">Adds the context to what the parent stands for.</param>
internal sealed class ReloadingContextLogger(
    ReloadableLogger root, IReloadableLogger parent, Func<ILogger, ILogger> narrow) : ILogger, IReloadableLogger
{
    // One reference, so that a thread sees both or none. Two threads may both make one; either serves.
    private volatile Narrowed _narrowed;

    public ILogger Current
    {
        get
        {
            var current = parent.Current;
            if (_narrowed is not { } known || known.Parent != current)
            {
                known = new Narrowed(current, narrow(current));
                _narrowed = known;
            }

            return known.Logger;
        }
    }

    /// <summary>Adds an enricher; nothing is added for null.</summary>
    public static ILogger Make<TParent>(ReloadableLogger root, TParent parent, ILogEventEnricher enricher)
        where TParent : ILogger, IReloadableLogger =>
        enricher is null ? parent : Make(root, parent, logger => logger.ForContext(enricher));

    /// <summary>Adds enrichers; nothing is added for null.</summary>
    public static ILogger Make<TParent>(ReloadableLogger root, TParent parent, IEnumerable<ILogEventEnricher> enrichers)
        where TParent : ILogger, IReloadableLogger
    {
        if (enrichers is null)
        {
            return parent;
        }

        var all = enrichers.ToArray();
        return Make(root, parent, logger => logger.ForContext(all));
    }

    /// <summary>Adds a property; nothing is added without a name.</summary>
    public static ILogger Make<TParent>(
        ReloadableLogger root, TParent parent, string propertyName, object value, bool destructureObjects)
        where TParent : ILogger, IReloadableLogger
    {
        if (propertyName is null)
        {
            return parent;
        }

        // Text is left to the logger: by the property SourceContext it finds the minimum level. An object is read now,
        // in the thread that passes it, because it may change before the next reload.
        if (value is null or string || value.GetType().IsPrimitive)
        {
            return Make(root, parent, logger => logger.ForContext(propertyName, value, destructureObjects));
        }

        return parent.Current.BindProperty(propertyName, value, destructureObjects, out var property)
            ? Make(root, parent, new FixedProperty(property))
            : parent;
    }

    /// <summary>Adds the source; nothing is added for null.</summary>
    public static ILogger Make<TParent>(ReloadableLogger root, TParent parent, Type source)
        where TParent : ILogger, IReloadableLogger =>
        source is null ? parent : Make(root, parent, logger => logger.ForContext(source));

    public ILogger ForContext(ILogEventEnricher enricher) => Make(root, this, enricher);

    public ILogger ForContext(IEnumerable<ILogEventEnricher> enrichers) => Make(root, this, enrichers);

    public ILogger ForContext(string propertyName, object value, bool destructureObjects = false) =>
        Make(root, this, propertyName, value, destructureObjects);

    public ILogger ForContext<TSource>() => ForContext(typeof(TSource));

    public ILogger ForContext(Type source) => Make(root, this, source);

    public void Write(LogEvent logEvent) =>
        root.Run((Context: this, logEvent), static (_, e) => e.Context.Current.Write(e.logEvent));

    public void Write(
        LogEventLevel level, Exception exception, string messageTemplate, params object[] propertyValues) =>
        root.Run(
            (Context: this, level, exception, messageTemplate, propertyValues),
            static (_, e) => e.Context.Current.Write(e.level, e.exception, e.messageTemplate, e.propertyValues));

    public bool IsEnabled(LogEventLevel level) => Current.IsEnabled(level);

    public bool BindMessageTemplate(
        string messageTemplate, object[] propertyValues,
        out MessageTemplate parsedTemplate, out IEnumerable<LogEventProperty> boundProperties) =>
        Current.BindMessageTemplate(messageTemplate, propertyValues, out parsedTemplate, out boundProperties);

    public bool BindProperty(
        string propertyName, object value, bool destructureObjects, out LogEventProperty property) =>
        Current.BindProperty(propertyName, value, destructureObjects, out property);

    // Once frozen, there is nothing more to follow.
    private static ILogger Make(ReloadableLogger root, IReloadableLogger parent, Func<ILogger, ILogger> narrow) =>
        root.IsFrozen ? narrow(parent.Current) : new ReloadingContextLogger(root, parent, narrow);

    private sealed record Narrowed(ILogger Parent, ILogger Logger);

    private sealed class FixedProperty(LogEventProperty property) : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
            logEvent.AddPropertyIfAbsent(property);
    }
}
