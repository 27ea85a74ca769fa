using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>The properties and the exception of one operation.</summary>
/// <remarks>Safe to use from several threads: parts of one operation may run side by side.</remarks>
/// <param name="chainedDisposable">Disposed when the collector is completed or disposed.</param>
public sealed class DiagnosticContextCollector(IDisposable chainedDisposable) : IDisposable
{
    private readonly IDisposable _chainedDisposable =
        chainedDisposable ?? throw new ArgumentNullException(nameof(chainedDisposable));
    private readonly Lock _gate = new();
    private Dictionary<string, LogEventProperty> _properties = [];
    private Exception _exception;

    /// <summary>Adds the property, or replaces the one of that name. Nothing happens once the collector is complete.</summary>
    public void AddOrUpdate(LogEventProperty property)
    {
        ArgumentNullException.ThrowIfNull(property);

        lock (_gate)
        {
            if (_properties is not null)
            {
                _properties[property.Name] = property;
            }
        }
    }

    /// <summary>Sets the exception of the closing event. Nothing happens once the collector is complete.</summary>
    public void SetException(Exception exception)
    {
        lock (_gate)
        {
            if (_properties is not null)
            {
                _exception = exception;
            }
        }
    }

    /// <summary>Takes the properties; see the overload, which gives the exception too.</summary>
    [Obsolete("Use the overload that gives the exception as well: TryComplete(out properties, out exception).")]
    public bool TryComplete(out IEnumerable<LogEventProperty> properties) => TryComplete(out properties, out _);

    /// <summary>Takes what was collected, completes the collector and ends the operation.</summary>
    /// <returns>False when the collector was complete before.</returns>
    public bool TryComplete(out IEnumerable<LogEventProperty> properties, out Exception exception)
    {
        lock (_gate)
        {
            properties = _properties?.Values;
            exception = _exception;
            _properties = null;
            _exception = null;
        }

        Dispose();
        return properties is not null;
    }

    /// <summary>Ends the operation. What was collected can still be taken.</summary>
    public void Dispose() => _chainedDisposable.Dispose();
}
