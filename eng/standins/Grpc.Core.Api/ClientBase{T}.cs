namespace Grpc.Core;

/// <summary>Base of generated clients that can make copies of themselves.</summary>
/// <typeparam name="T">The client itself.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>For test doubles, which override the methods: any other call throws.</summary>
    /// <remarks>A call fails with <see cref="NotImplementedException"/>.</remarks>
    protected ClientBase()
    {
    }

    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>Gives a copy of this client whose calls name the given host (<c>:authority</c>).</summary>
    /// <exception cref="ArgumentNullException">There is no host.</exception>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
