using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Catalog.V1;

namespace Workshop.Transcoding;

/// <summary>Answers the calls of <c>workshop.catalog.v1.CatalogService</c>. Whether a call came as gRPC or as REST makes no
/// difference here.</summary>
internal sealed class FileCatalog(FileStore files) : CatalogService.CatalogServiceBase
{
    private const int LargestPage = 100;

    public override Task<GetFileResponse> GetFile(GetFileRequest request, ServerCallContext context) =>
        Task.FromResult(new GetFileResponse { File = files.Get(request.FileId) });

    public override Task<ListFilesResponse> ListFiles(ListFilesRequest request, ServerCallContext context)
    {
        if (request.PageSize < 0)
        {
            throw new CatalogException(CatalogProblem.FieldInvalid, $"page_size is {request.PageSize}: give 0 to {LargestPage}.", "page_size");
        }

        var found = files.Where(request.NamePrefix, request.Kind);
        var first = FirstOf(request.PageToken);
        var size = request.PageSize is 0 ? LargestPage : Math.Min(request.PageSize, LargestPage);
        var response = new ListFilesResponse { Files = { found.Skip(first).Take(size) } };
        if (first < found.Count - size)
        {
            response.NextPageToken = string.Create(CultureInfo.InvariantCulture, $"from-{first + size}");
        }

        return Task.FromResult(response);
    }

    public override Task<CreateFileResponse> CreateFile(CreateFileRequest request, ServerCallContext context)
    {
        var file = request.File ?? new CatalogFile();
        // A hash is not for a client to say.
        file.Sha256 = ByteString.Empty;
        return Task.FromResult(new CreateFileResponse { File = files.Add(file, isStored: !request.ValidateOnly) });
    }

    public override Task<UpdateFileResponse> UpdateFile(UpdateFileRequest request, ServerCallContext context)
    {
        var wanted = request.File ?? new CatalogFile();
        var mask = request.UpdateMask is { Paths.Count: > 0 } ? request.UpdateMask : FieldsSetIn(wanted);
        if (mask.Paths.FirstOrDefault(path => path is not ("name" or "kind" or "description")) is { } other)
        {
            throw new CatalogException(
                CatalogProblem.FieldInvalid, $"update_mask names '{other}': only name, kind and description can change.", "update_mask");
        }

        return Task.FromResult(new UpdateFileResponse { File = files.Change(wanted.FileId, file => Copy(wanted, file, mask)) });
    }

    public override Task<CopyFileResponse> CopyFile(CopyFileRequest request, ServerCallContext context)
    {
        var copy = files.Get(request.FileId);
        copy.Name = request.Name;
        return Task.FromResult(new CopyFileResponse { File = files.Add(copy, isStored: true) });
    }

    public override Task<DeleteFileResponse> DeleteFile(DeleteFileRequest request, ServerCallContext context)
    {
        files.Remove(request.FileId);
        return Task.FromResult(new DeleteFileResponse());
    }

    public override async Task<UploadFileResponse> UploadFile(
        IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken))
        {
            throw new CatalogException(CatalogProblem.FieldInvalid, "No message came: send the file_id and the content.", "file_id");
        }

        using var content = files.Write(requestStream.Current.FileId);
        do
        {
            content.Append(requestStream.Current.Data.Span);
        }
        while (await requestStream.MoveNext(context.CancellationToken));

        return new UploadFileResponse { File = content.Complete() };
    }

    public override async Task StreamLog(
        StreamLogRequest request, IServerStreamWriter<StreamLogResponse> responseStream, ServerCallContext context)
    {
        var entries = 0;
        foreach (var entry in LogStore.Read(request.Log))
        {
            await responseStream.WriteAsync(new StreamLogResponse { Entry = entry }, context.CancellationToken);
            entries++;
        }

        await responseStream.WriteAsync(new StreamLogResponse { End = new LogEnd { Entries = entries } }, context.CancellationToken);
    }

    private static void Copy(CatalogFile from, CatalogFile to, FieldMask mask)
    {
        foreach (var path in mask.Paths)
        {
            switch (path)
            {
                case "name":
                    to.Name = from.Name;
                    break;
                case "kind":
                    to.Kind = from.Kind;
                    break;
                case "description" when from.HasDescription:
                    to.Description = from.Description;
                    break;
                default:
                    to.ClearDescription();
                    break;
            }
        }
    }

    private static FieldMask FieldsSetIn(CatalogFile file)
    {
        var mask = new FieldMask();
        if (file.Name.Length > 0)
        {
            mask.Paths.Add("name");
        }

        if (file.Kind != FileKind.Unspecified)
        {
            mask.Paths.Add("kind");
        }

        if (file.HasDescription)
        {
            mask.Paths.Add("description");
        }

        return mask;
    }

    private static int FirstOf(string pageToken) => pageToken switch
    {
        "" => 0,
        _ when pageToken.StartsWith("from-", StringComparison.Ordinal)
            && int.TryParse(pageToken["from-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var first) => first,
        _ => throw new CatalogException(CatalogProblem.FieldInvalid, "page_token is not from an earlier page: leave it out to begin again.", "page_token"),
    };
}
