namespace Grpc.Core;

/// <summary>How a client library learns what some <see cref="CallCredentials"/> are: one method per kind.</summary>
public abstract class CallCredentialsConfiguratorBase
{
    protected CallCredentialsConfiguratorBase()
    {
    }

    public abstract void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials);

    public abstract void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor);
}
