namespace Grpc.Core;

/// <summary>What a call made from within a server's call takes over from it.</summary>
/// <param name="propagateDeadline">Whether the inner call ends at the outer one's deadline.</param>
/// <param name="propagateCancellation">Whether the inner call is cancelled with the outer one.</param>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    /// <summary>Takes over the deadline and the cancellation.</summary>
    public static readonly ContextPropagationOptions Default = new();

    public bool IsPropagateDeadline { get; } = propagateDeadline;

    public bool IsPropagateCancellation { get; } = propagateCancellation;
}
