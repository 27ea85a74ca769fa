namespace Serilog.Extensions.Hosting;

/// <summary>Keeps the collector of the current operation in the asynchronous flow.</summary>
/// <param name="logger">Turns values into properties; null stands for <see cref="Log.Logger"/>.</param>
public sealed class DiagnosticContext(ILogger? logger) : IDiagnosticContext
{
    private readonly AsyncLocal<DiagnosticContextCollector?> _current = new();

    /// <summary>Begins an operation. Disposing the collector ends it and brings back the surrounding one.</summary>
    public DiagnosticContextCollector BeginCollection()
    {
        var surrounding = _current.Value;
        var collector = new DiagnosticContextCollector(new Restore(this, surrounding));
        _current.Value = collector;
        return collector;
    }

    /// <inheritdoc/>
    public void Set(string propertyName, object? value, bool destructureObjects = false)
    {
        ArgumentNullException.ThrowIfNull(propertyName);

        if (_current.Value is { } collector
            && (logger ?? Log.Logger).BindProperty(propertyName, value, destructureObjects, out var property))
        {
            collector.AddOrUpdate(property);
        }
    }

    /// <inheritdoc/>
    public void SetException(Exception exception) => _current.Value?.SetException(exception);

    private sealed class Restore(DiagnosticContext context, DiagnosticContextCollector? surrounding) : IDisposable
    {
        public void Dispose() => context._current.Value = surrounding;
    }
}
