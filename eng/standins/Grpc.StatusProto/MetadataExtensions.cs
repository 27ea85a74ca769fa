using Google.Protobuf;

namespace Grpc.Core;

/// <summary>Reads and writes the status with details that travels beside the plain one.</summary>
public static class MetadataExtensions
{
    /// <summary>The key of the trailer that carries the status.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The status with details; null when there is none.</summary>
    /// <param name="metadata">The trailers of a call.</param>
    /// <param name="ignoreParseError">Whether bytes that are no status count as none.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no status, and
    /// <paramref name="ignoreParseError"/> is false.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.GetValueBytes(StatusDetailsTrailerName) is not { } bytes)
        {
            return null;
        }

        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Sets the status with details, and removes the ones that were there.</summary>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        foreach (var entry in metadata.GetAll(StatusDetailsTrailerName).ToList())
        {
            metadata.Remove(entry);
        }

        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}
