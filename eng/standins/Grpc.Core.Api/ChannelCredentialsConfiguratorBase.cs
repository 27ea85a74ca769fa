namespace Grpc.Core;

/// <summary>How a client library learns what some <see cref="ChannelCredentials"/> are: one method per kind.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    protected ChannelCredentialsConfiguratorBase()
    {
    }

    public abstract void SetInsecureCredentials(object state);

    public abstract void SetSslCredentials(
        object state,
        string? rootCertificates,
        KeyCertificatePair? keyCertificatePair,
        VerifyPeerCallback? verifyPeerCallback);

    public abstract void SetCompositeCredentials(
        object state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
