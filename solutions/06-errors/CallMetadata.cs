using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Workshop.Errors;

/// <summary>What travels beside the messages of a call: its id, in all directions, and how long it took.</summary>
internal sealed class CallMetadata(ServerCallContext context, TimeProvider time, ILogger logger)
{
    private const string TextKey = "request-id";
    // Values of keys that end so are bytes; all others are ASCII.
    private const string BinaryKey = "request-id-bin";
    private const string TookKey = "took-ms";
    private const int MaxCharacters = 64;
    private const int BinaryBytes = 16;

    private readonly long _begin = time.GetTimestamp();
    private string? _id;

    /// <summary>Whether a client gave its call an id.</summary>
    public static bool IsIn(Metadata headers) => headers.Any(entry => entry.Key is TextKey or BinaryKey);

    /// <summary>Takes the id into the log and into the response header.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT, REQUEST_ID_INVALID.</exception>
    public Task BeginAsync()
    {
        _id = Read(context.RequestHeaders);
        UsersLog.HasRequestId(logger, context.Method, _id);
        return context.WriteResponseHeadersAsync(new Metadata { { TextKey, _id } });
    }

    /// <summary>The same refusal, with the id as <c>request_id</c> in its ErrorInfo.</summary>
    public RpcException Tag(RpcException refusal)
    {
        // An id that was refused goes nowhere.
        if (_id is null || refusal.GetRpcStatus() is not { } status)
        {
            return refusal;
        }

        for (var i = 0; i < status.Details.Count; i++)
        {
            if (status.Details[i].TryUnpack<ErrorInfo>(out var info))
            {
                info.Metadata["request_id"] = _id;
                status.Details[i] = Any.Pack(info);
            }
        }

        return status.ToRpcException();
    }

    /// <summary>Adds how long the call took, in milliseconds: a trailer, because it is known at the end.</summary>
    public void End() => context.ResponseTrailers.Add(
        TookKey, string.Create(CultureInfo.InvariantCulture, $"{time.GetElapsedTime(_begin).TotalMilliseconds:0}"));

    private static string Read(Metadata headers)
    {
        var entries = headers.Where(entry => entry.Key is TextKey or BinaryKey).ToList();
        // Only what is safe in a log, a header and a shell. What is wrong with it is not repeated, and not logged.
        return entries switch
        {
            [{ Key: TextKey, Value: { Length: >= 1 and <= MaxCharacters } text }] when text.All(IsPlain) => text,
            [{ Key: BinaryKey, ValueBytes: { Length: BinaryBytes } bytes }] => Convert.ToHexStringLower(bytes),
            _ => throw UserErrors.Domain.InvalidArgument(
                "REQUEST_ID_INVALID",
                TextKey,
                $"Give one {TextKey} of 1 to {MaxCharacters} letters, digits, '.', '_' and '-', or one {BinaryKey} of {BinaryBytes} bytes."),
        };
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-';
}
