using System.Text;
using Grpc.Core;
using Workshop.Files.V1;

namespace Workshop.Upload;

/// <summary>Lists files page by page.</summary>
internal static class Listing
{
    private const int LargestPageSize = 100;

    /// <exception cref="RpcException">INVALID_ARGUMENT: the page size or the token is not valid.</exception>
    public static ListFilesResponse Page(ListFilesRequest request, FileStore store, string owner)
    {
        if (request.PageSize < 0)
        {
            throw UploadErrors.PageSizeNegative(request.PageSize);
        }

        var after = request.PageToken.Length == 0 ? null : IdIn(request.PageToken, owner);
        var size = request.PageSize == 0 ? LargestPageSize : Math.Min(request.PageSize, LargestPageSize);
        // One more than fits on the page: it tells whether there is a next page.
        var page = store.List(owner, after).Take(size + 1).Select(file => file.ToMessage()).ToArray();
        return new ListFilesResponse
        {
            Files = { page.Take(size) },
            NextPageToken = page.Length > size ? TokenOf(page[size - 1].FileId, owner) : "",
        };
    }

    // The last id of the page, and a checksum: what a client makes up does not pass for a token.
    private static string TokenOf(string fileId, string owner) =>
        $"{fileId}.{Crc32C.Of(Encoding.UTF8.GetBytes($"page after {fileId} of {owner}")):x8}";

    private static string IdIn(string token, string owner) =>
        token.Split('.')[0] is var fileId && TokenOf(fileId, owner) == token ? fileId : throw UploadErrors.PageTokenUnknown();
}
