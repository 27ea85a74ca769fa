using Grpc.Core;

namespace Workshop.Errors.Tour;

/// <summary>One cause of a status, which the tour brings about.</summary>
/// <param name="Maker">Who makes the status.</param>
/// <param name="Cause">What happens, such as <c>the deadline passes</c>.</param>
/// <param name="Documented">Which status the documents of gRPC name for it; null where they name none.</param>
/// <param name="CallAsync">Makes it happen: a call that fails.</param>
internal sealed record Experiment(Maker Maker, string Cause, StatusCode? Documented, Func<Surroundings, Task> CallAsync)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Makes the call, and says how it ended.</summary>
    /// <exception cref="TimeoutException">It did not end within 10 s.</exception>
    public async Task<Measurement> MeasureAsync(Surroundings surroundings)
    {
        try
        {
            await CallAsync(surroundings).WaitAsync(Limit);
            return new Measurement(this, StatusCode.OK, "");
        }
        catch (RpcException failure)
        {
            return new Measurement(this, failure.StatusCode, failure.Status.Detail);
        }
    }
}
