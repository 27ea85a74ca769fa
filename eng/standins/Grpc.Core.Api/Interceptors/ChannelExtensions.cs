namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors before a channel.</summary>
public static class ChannelExtensions
{
    /// <summary>Gives an invoker whose calls pass the interceptor first.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor) =>
        CreateCallInvoker(channel).Intercept(interceptor);

    /// <summary>Gives an invoker whose calls pass the interceptors, in the given order.</summary>
    public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors) =>
        CreateCallInvoker(channel).Intercept(interceptors);

    /// <summary>Gives an invoker whose calls send other headers.</summary>
    /// <param name="channel">Makes the calls.</param>
    /// <param name="interceptor">Takes the headers of a call, never null, and gives those to send.</param>
    public static CallInvoker Intercept(this ChannelBase channel, Func<Metadata, Metadata> interceptor) =>
        CreateCallInvoker(channel).Intercept(interceptor);

    private static CallInvoker CreateCallInvoker(ChannelBase channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.CreateCallInvoker();
    }
}
