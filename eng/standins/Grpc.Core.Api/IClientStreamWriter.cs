namespace Grpc.Core;

/// <summary>The requests of a client.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Tells the server that no more requests come. The call goes on until the server ends it.</summary>
    Task CompleteAsync();
}
