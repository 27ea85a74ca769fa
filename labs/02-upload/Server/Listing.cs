using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Lists files page by page.</summary>
internal static class Listing
{
    private const int DefaultPageSize = 100;
    private const int LargestPageSize = 1_000;

    /// <param name="files">The files after the last page, oldest first.</param>
    /// <param name="request">The client's request.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the page size or the token is not valid.</exception>
    public static ListFilesResponse Page(IEnumerable<FileRecord> files, ListFilesRequest request)
    {
        if (request.PageSize < 0)
        {
            throw UploadErrors.Errors.InvalidArgument("PAGE_SIZE_NEGATIVE", "page_size", $"The page size is {request.PageSize}. Give 0 or more.");
        }

        if (request.PageToken.Length > 0 && !Guid.TryParseExact(request.PageToken, "D", out _))
        {
            throw UploadErrors.Errors.InvalidArgument("PAGE_TOKEN_UNKNOWN", "page_token", "The page token is not one of this server's. Begin with the first page.");
        }

        var size = request.PageSize == 0 ? DefaultPageSize : Math.Min(request.PageSize, LargestPageSize);
        // One more than fits on the page: it tells whether there is a next page.
        var page = files.Take(size + 1).Select(file => file.ToMessage()).ToArray();
        return new ListFilesResponse
        {
            Files = { page.Take(size) },
            NextPageToken = page.Length > size ? page[size - 1].FileId : "",
        };
    }
}
