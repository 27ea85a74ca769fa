using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workshop.Harness;

/// <summary>Adds services to a host that a lab builds itself, by the event that the generic host raises for tools.</summary>
/// <remarks>Source: the diagnostic listener <c>Microsoft.Extensions.Hosting</c>, event <c>HostBuilding</c>, whose
/// payload is an <see cref="IHostBuilder"/>. Mvc.Testing and the EF Core tools use it.</remarks>
internal sealed class HostBuilding : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // Other hosts may be built in the same process at the same time, by checks that run beside this one.
    private static readonly AsyncLocal<HostBuilding?> Current = new();

    private readonly Action<IServiceCollection> _configure;
    private readonly Lock _lock = new();
    private readonly List<IDisposable> _subscriptions = [];
    private bool _isDisposed;

    private HostBuilding(Action<IServiceCollection> configure)
    {
        _configure = configure;
        Current.Value = this;
        Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Configures the hosts that this flow of execution builds until the result is disposed.</summary>
    public static IDisposable Configure(Action<IServiceCollection> configure) => new HostBuilding(configure);

    public void Dispose()
    {
        Current.Value = null;
        lock (_lock)
        {
            _isDisposed = true;
        }

        // Nothing is added any more.
        _subscriptions.ForEach(subscription => subscription.Dispose());
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value == this && value is { Key: "HostBuilding", Value: IHostBuilder host })
        {
            host.ConfigureServices((_, services) => _configure(services));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    // A host that another check builds at the same time is told of on that check's thread.
    private void Add(IDisposable subscription)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _subscriptions.Add(subscription);
                return;
            }
        }

        subscription.Dispose();
    }
}
