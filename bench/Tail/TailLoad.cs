namespace Workshop.Bench.Tail;

/// <summary>Logs events as an application does: a template with two values.</summary>
internal sealed class TailLoad(Serilog.ILogger logger)
{
    private readonly Serilog.ILogger _orders = logger.ForContext(Serilog.Core.Constants.SourceContextPropertyName, "Shop.Orders");
    private long _number;

    /// <summary>Logs some events as fast as it can; they are numbered on from those before.</summary>
    public void Write(int count)
    {
        for (; count > 0; count--)
        {
            _number++;
            _orders.Information("Order {Number} taken: {Items} items", _number, _number % 7 + 1);
        }
    }
}
