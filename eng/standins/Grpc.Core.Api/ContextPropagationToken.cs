namespace Grpc.Core;

/// <summary>Stands for a server's call, so that calls made from within it can follow its deadline.</summary>
/// <remarks>Opaque: made by <see cref="ServerCallContext.CreatePropagationToken"/> alone.</remarks>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
