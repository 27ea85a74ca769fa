namespace Grpc.Core;

/// <summary>A server's certificate that is to be checked. Made by a client library alone.</summary>
public class VerifyPeerContext
{
    internal VerifyPeerContext(string targetName, string peerPem)
    {
        TargetName = targetName;
        PeerPem = peerPem;
    }

    /// <summary>The name of the server that was called.</summary>
    public string TargetName { get; }

    /// <summary>The certificate in PEM.</summary>
    public string PeerPem { get; }
}
