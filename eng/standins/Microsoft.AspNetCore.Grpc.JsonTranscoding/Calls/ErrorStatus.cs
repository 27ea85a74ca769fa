using Google.Protobuf;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Calls;

/// <summary>The status that a failed call ends with, as a message.</summary>
internal static class ErrorStatus
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>The message of a status. Its details are those of the trailer, if the service set it.</summary>
    public static Google.Rpc.Status Create(Status status, Metadata? trailers)
    {
        var message = new Google.Rpc.Status { Code = (int)status.StatusCode, Message = status.Detail };
        if (trailers?.Get(DetailsTrailer) is { IsBinary: true } details)
        {
            try
            {
                message.Details.Add(Google.Rpc.Status.Parser.ParseFrom(details.ValueBytes).Details);
            }
            catch (InvalidProtocolBufferException exception)
            {
                throw new InvalidOperationException(
                    $"The trailer {DetailsTrailer} is no google.rpc.Status. Set it with ToRpcException of Grpc.StatusProto.", exception);
            }
        }

        return message;
    }
}
