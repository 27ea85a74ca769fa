namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>A request that cannot be turned into a message. The client gets INVALID_ARGUMENT with this message.</summary>
internal sealed class InvalidRequestException(string message, Exception? innerException = null)
    : Exception(message, innerException);
