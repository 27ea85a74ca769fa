namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors before a call invoker.</summary>
public static class CallInvokerExtensions
{
    /// <summary>Gives an invoker whose calls pass the interceptor first.</summary>
    /// <remarks>The last one added runs first: <c>Intercept(a).Intercept(b)</c> runs b, then a.</remarks>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor) =>
        new InterceptingCallInvoker(invoker, interceptor);

    /// <summary>Gives an invoker whose calls pass the interceptors, in the given order.</summary>
    /// <remarks><c>Intercept(a, b)</c> runs a, then b.</remarks>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptors);
        return interceptors.Reverse().Aggregate(invoker, Intercept);
    }

    /// <summary>Gives an invoker whose calls send other headers.</summary>
    /// <param name="invoker">Makes the calls.</param>
    /// <param name="interceptor">Takes the headers of a call, never null, and gives those to send.</param>
    public static CallInvoker Intercept(this CallInvoker invoker, Func<Metadata, Metadata> interceptor) =>
        invoker.Intercept(new HeadersInterceptor(interceptor));
}
