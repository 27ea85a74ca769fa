using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Workshop.ServiceDefaults;

/// <summary>Makes the errors of one service: a status with details that a program can read.</summary>
/// <param name="name">The domain of <see cref="ErrorInfo"/>, such as <c>files.workshop.example</c>. Reasons are unique within it.
/// </param>
/// <remarks>The details travel as a <c>google.rpc.Status</c> in the trailer <c>grpc-status-details-bin</c>, beside the plain
/// code and sentence (https://google.aip.dev/193).</remarks>
public sealed class ErrorDomain(string name)
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The status code: what the caller should do.</param>
    /// <param name="reason">What happened, for programs: stable, in UPPER_SNAKE_CASE.</param>
    /// <param name="sentence">What happened and what to do, for people.</param>
    /// <param name="facts">What a program needs to go on, such as an offset.</param>
    /// <param name="details">Further messages of google/rpc/error_details.proto.</param>
    public RpcException Error(
        StatusCode code,
        string reason,
        string sentence,
        IReadOnlyDictionary<string, string>? facts = null,
        params IReadOnlyList<IMessage> details)
    {
        var info = new ErrorInfo { Reason = reason, Domain = name };
        foreach (var (key, value) in facts ?? new Dictionary<string, string>())
        {
            info.Metadata.Add(key, value);
        }

        return new Status { Code = (int)code, Message = sentence, Details = { details.Prepend(info).Select(Any.Pack) } }
            .ToRpcException();
    }

    /// <summary>INVALID_ARGUMENT, with the field that must change.</summary>
    /// <param name="reason">As in <see cref="Error"/>.</param>
    /// <param name="field">The path of the field in the request, such as <c>metadata.size</c>.</param>
    /// <param name="sentence">As in <see cref="Error"/>.</param>
    public RpcException InvalidArgument(string reason, string field, string sentence) => Error(
        StatusCode.InvalidArgument,
        reason,
        sentence,
        null,
        new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = sentence } } });

    /// <summary>The reason that a failed call came with; empty when it has none that can be read.</summary>
    public static string ReasonOf(RpcException exception) =>
        exception.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<ErrorInfo>()?.Reason ?? "";
}
