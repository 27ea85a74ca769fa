using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Workshop.Files.V1;
using Status = Grpc.Core.Status;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client: the file's name decides how it behaves.</summary>
/// <param name="makeUnreadable">Makes the file <see cref="Unreadable"/> so, until the result is disposed.</param>
internal sealed class ScriptedFiles(Func<IDisposable>? makeUnreadable = null) : FileService.FileServiceBase
{
    public const string Refused = "refused.bin";
    public const string Known = "known.bin";
    public const string Broken = "broken.bin";
    public const string Unreadable = "unreadable.bin";
    public const string Cut = "cut.bin";
    public const string CutTwice = "cut-twice.bin";
    public const string AnswerLost = "answer-lost.bin";
    public const string Unlucky = "unlucky.bin";
    public const string Busy = "busy.bin";

    /// <summary>How much of <see cref="Unreadable"/> the client can read.</summary>
    public const long ReadableBytes = 2 << 20;

    private const string FileId = "0193b2a0-0000-7000-8000-000000000001";
    private const string Reason = "nothing of this kind is kept here";

    // Less than a client may send ahead, 768 KiB; with it, the client is about to wait.
    private const int NearlyFullWindow = 600_000;

    // Longer than it takes to begin the next attempt: who does not wait begins it too early.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(1);

    private static readonly ByteString SomeDigest = ByteString.CopyFrom([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

    private string _name = "";
    private long _received;
    private int _calls;
    private int _questions;

    public override async Task<UploadFileResponse> UploadFile(
        IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context)
    {
        await requestStream.MoveNext(context.CancellationToken);
        var metadata = requestStream.Current.Metadata;
        _name = metadata.Name;
        _calls++;
        switch (_name)
        {
            case Refused:
                throw new RpcException(new Status(StatusCode.InvalidArgument, Reason));
            case Known:
                return Complete(metadata.Size, new UploadCommit { Sha256 = SomeDigest });
            case Busy when _calls == 1:
                throw Temporary(StatusCode.ResourceExhausted, "too many at once", Soon);
        }

        await context.WriteResponseHeadersAsync(new Metadata { { "file-id", FileId } });
        switch (_name)
        {
            case Broken:
                await BreakAsync(context);
                break;
            case Unreadable:
                await WaitInVainAsync(requestStream, context);
                break;
            case Unlucky:
                throw Temporary(StatusCode.Unavailable, "the connection is bad", Soon);
        }

        UploadCommit? commit = null;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            commit = requestStream.Current.Commit;
            _received += requestStream.Current.Chunk?.Data.Length ?? 0;
            if (_name is Cut or CutTwice && _received < metadata.Size)
            {
                throw Temporary(StatusCode.Unavailable, "the connection was cut", Soon);
            }
        }

        return _name == AnswerLost
            ? throw Temporary(StatusCode.Unavailable, "the response was lost", Soon)
            : Complete(metadata.Size, commit ?? new UploadCommit());
    }

    public override Task<GetUploadStatusResponse> GetUploadStatus(GetUploadStatusRequest request, ServerCallContext context) =>
        _name == CutTwice && ++_questions == 1
            ? throw Temporary(StatusCode.Unavailable, "the connection was cut again", Soon)
            : Task.FromResult(new GetUploadStatusResponse
            {
                FileId = FileId,
                CommittedSize = _received,
                Complete = _name == AnswerLost,
                Sha256 = _name == AnswerLost ? SomeDigest : ByteString.Empty,
            });

    // Breaks the connection while the client sends.
    private static async Task BreakAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        for (var seen = 0L; seen < NearlyFullWindow;)
        {
            var read = await http.Request.BodyReader.ReadAsync(context.CancellationToken);
            seen = read.Buffer.Length;
            http.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        http.Features.Get<IConnectionLifetimeFeature>()!.Abort();
        await Task.Delay(MostPatience, context.CancellationToken);
    }

    // Takes what the client can read, then waits for a client that does not say that there is no more.
    private async Task WaitInVainAsync(IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context)
    {
        using var unreadable = makeUnreadable!();
        for (var received = 0L; received < ReadableBytes; received += requestStream.Current.Chunk.Data.Length)
        {
            await requestStream.MoveNext(context.CancellationToken);
        }

        await Task.Delay(MostPatience, context.CancellationToken);
        throw new RpcException(new Status(StatusCode.Unavailable, "no more came"));
    }

    private static RpcException Temporary(StatusCode code, string sentence, TimeSpan delay) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = sentence,
        Details = { Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }) },
    }.ToRpcException();

    private static UploadFileResponse Complete(long size, UploadCommit commit) => new()
    {
        FileId = FileId,
        CommittedSize = size,
        Complete = true,
        Sha256 = commit.Sha256,
    };
}
