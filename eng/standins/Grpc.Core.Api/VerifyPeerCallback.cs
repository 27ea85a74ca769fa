namespace Grpc.Core;

/// <summary>Checks a server's certificate, after the checks of TLS.</summary>
/// <returns>Whether the connection may be used.</returns>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);
