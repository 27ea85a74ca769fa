namespace Grpc.Core;

/// <summary>Adds credentials to the headers of a call, just before it is sent.</summary>
/// <param name="context">Which service and method the credentials are for.</param>
/// <param name="metadata">The headers of the call; entries are added to it.</param>
/// <remarks>May fetch or renew a token: the call waits for the task.</remarks>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
