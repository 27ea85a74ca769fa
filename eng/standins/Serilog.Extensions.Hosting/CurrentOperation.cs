namespace Serilog.Extensions.Hosting;

/// <summary>The operation that the asynchronous flow is in. Every context sees the same.</summary>
internal sealed class CurrentOperation : IDisposable
{
    private static readonly AsyncLocal<CurrentOperation> Current = new();

    // Each flow that branched off has its own copy of the reference to this object, so the end is noted in here.
    private volatile DiagnosticContextCollector _collector;

    private CurrentOperation() => _collector = new DiagnosticContextCollector(this);

    /// <summary>The collector of the current operation; null where there is none.</summary>
    public static DiagnosticContextCollector Collector => Current.Value?._collector;

    public static DiagnosticContextCollector Begin()
    {
        var operation = new CurrentOperation();
        Current.Value = operation;
        return operation._collector;
    }

    /// <summary>Ends the operation in every flow.</summary>
    public void Dispose()
    {
        _collector = null;
        // A later operation may have taken its place.
        if (Current.Value == this)
        {
            Current.Value = null;
        }
    }
}
