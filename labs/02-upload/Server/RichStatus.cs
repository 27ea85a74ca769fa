using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Upload;

/// <summary>A status with details that a program can read.</summary>
/// <remarks>They travel as a <c>google.rpc.Status</c> in the trailer <c>grpc-status-details-bin</c>, beside the plain code
/// and sentence, and must agree with them (https://google.aip.dev/193).</remarks>
internal static class RichStatus
{
    private const string Domain = "files.workshop.example";
    private const string Trailer = "grpc-status-details-bin";

    /// <param name="code">The status code.</param>
    /// <param name="reason">What happened, for programs: stable, in UPPER_SNAKE_CASE.</param>
    /// <param name="sentence">What happened, for people.</param>
    /// <param name="facts">What a program needs to go on, such as an offset.</param>
    /// <param name="details">Further messages of google/rpc/error_details.proto.</param>
    public static RpcException Of(
        StatusCode code,
        string reason,
        string sentence,
        IReadOnlyDictionary<string, string>? facts = null,
        params IReadOnlyList<IMessage> details)
    {
        // The contract of google.rpc calls the field reason; this package, from before it was renamed, calls it Type. What
        // travels is its number, 1, either way.
        var info = new ErrorInfo { Type = reason, Domain = Domain };
        foreach (var (key, value) in facts ?? new Dictionary<string, string>())
        {
            info.Metadata.Add(key, value);
        }

        var status = new Google.Rpc.Status { Code = (int)code, Message = sentence };
        status.Details.Add(details.Prepend(info).Select(Any.Pack));
        return new RpcException(
            new Grpc.Core.Status(code, sentence), new Metadata { { Trailer, status.ToByteArray() } });
    }

    /// <summary>The detail of a type that a failed call came with; null when there is none.</summary>
    public static T? Detail<T>(RpcException exception)
        where T : class, IMessage<T>, new()
    {
        if (exception.Trailers.GetValueBytes(Trailer) is not { } bytes)
        {
            return null;
        }

        foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(bytes).Details)
        {
            if (detail.TryUnpack<T>(out var found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The reason that a failed call came with; empty when it has none.</summary>
    public static string Reason(RpcException exception) => Detail<ErrorInfo>(exception)?.Type ?? "";
}
