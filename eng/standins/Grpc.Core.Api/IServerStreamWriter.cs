namespace Grpc.Core;

/// <summary>The responses of a server. They end when the server's handler returns.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
