using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Checks;

/// <summary>The server for the checks of the client: the file's name decides how it behaves.</summary>
internal sealed class ScriptedFiles : FileService.FileServiceBase
{
    public const string Refused = "refused.bin";
    public const string Known = "known.bin";
    public const string Cut = "cut.bin";
    public const string AnswerLost = "answer-lost.bin";
    public const string Unlucky = "unlucky.bin";
    public const string Reason = "nothing of this kind is kept here";

    private const string FileId = "0193b2a0-0000-7000-8000-000000000001";

    private static readonly ByteString SomeDigest = ByteString.CopyFrom([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

    private string _name = "";
    private long _received;

    public override async Task<UploadFileResponse> UploadFile(
        IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context)
    {
        await requestStream.MoveNext(context.CancellationToken);
        var metadata = requestStream.Current.Metadata;
        var isFirst = metadata.FileId.Length == 0;
        _name = metadata.Name;
        if (_name == Refused)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, Reason));
        }

        if (_name == Known)
        {
            return Complete(metadata.Size, new UploadCommit { Sha256 = SomeDigest });
        }

        await context.WriteResponseHeadersAsync(new Metadata { { "file-id", FileId } });
        if (_name == Unlucky)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "the connection is bad"));
        }

        UploadCommit? commit = null;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            commit = requestStream.Current.Commit;
            _received += requestStream.Current.Chunk?.Data.Length ?? 0;
            if (_name == Cut && isFirst)
            {
                throw new RpcException(new Status(StatusCode.Unavailable, "the connection was cut"));
            }
        }

        return _name == AnswerLost
            ? throw new RpcException(new Status(StatusCode.Unavailable, "the response was lost"))
            : Complete(metadata.Size, commit ?? new UploadCommit());
    }

    public override Task<GetUploadStatusResponse> GetUploadStatus(GetUploadStatusRequest request, ServerCallContext context) =>
        Task.FromResult(new GetUploadStatusResponse
        {
            FileId = FileId,
            CommittedSize = _received,
            Complete = _name == AnswerLost,
            Sha256 = _name == AnswerLost ? SomeDigest : ByteString.Empty,
        });

    private static UploadFileResponse Complete(long size, UploadCommit commit) => new()
    {
        FileId = FileId,
        CommittedSize = size,
        Complete = true,
        Sha256 = commit.Sha256,
    };
}
