using System.Diagnostics.CodeAnalysis;
using Serilog.Events;

namespace Serilog.Extensions.Hosting;

/// <summary>The properties and the exception of one operation.</summary>
/// <remarks>Safe to use from several threads: parts of one operation may run side by side.</remarks>
/// <param name="chainedDisposable">Disposed together with the collector.</param>
public sealed class DiagnosticContextCollector(IDisposable chainedDisposable) : IDisposable
{
    private readonly IDisposable _chainedDisposable =
        chainedDisposable ?? throw new ArgumentNullException(nameof(chainedDisposable));
    private readonly Lock _gate = new();
    private Dictionary<string, LogEventProperty>? _properties = [];
    private Exception? _exception;

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
    public bool TryComplete([NotNullWhen(true)] out IEnumerable<LogEventProperty>? properties) =>
        TryComplete(out properties, out _);

    /// <summary>Takes what was collected and completes the collector.</summary>
    /// <returns>False when the collector was complete or disposed before.</returns>
    public bool TryComplete([NotNullWhen(true)] out IEnumerable<LogEventProperty>? properties, out Exception? exception)
    {
        lock (_gate)
        {
            properties = _properties?.Values;
            exception = _exception;
            _properties = null;
            _exception = null;
            return properties is not null;
        }
    }

    /// <summary>Completes the collector without taking anything, and ends the operation.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _properties = null;
            _exception = null;
        }

        _chainedDisposable.Dispose();
    }
}
