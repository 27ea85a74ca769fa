using System.Diagnostics.CodeAnalysis;

namespace Serilog.Extensions.Hosting;

/// <summary>Hands what is learned to the collector of the current operation.</summary>
/// <param name="logger">Turns values into properties; null stands for <see cref="Log.Logger"/>.</param>
public sealed class DiagnosticContext(ILogger logger) : IDiagnosticContext
{
    /// <summary>Begins an operation, which takes the place of the current one.</summary>
    /// <remarks>Completing or disposing the collector ends the operation; none is current then.</remarks>
    [SuppressMessage("Performance", "CA1822", Justification = "The official shape of the method.")]
    public DiagnosticContextCollector BeginCollection() => CurrentOperation.Begin();

    /// <inheritdoc/>
    public void Set(string propertyName, object value, bool destructureObjects = false)
    {
        ArgumentNullException.ThrowIfNull(propertyName);

        if (CurrentOperation.Collector is { } collector
            && (logger ?? Log.Logger).BindProperty(propertyName, value, destructureObjects, out var property))
        {
            collector.AddOrUpdate(property);
        }
    }

    /// <inheritdoc/>
    public void SetException(Exception exception) => CurrentOperation.Collector?.SetException(exception);
}
