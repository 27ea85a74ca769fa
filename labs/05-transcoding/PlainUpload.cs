namespace Workshop.Transcoding;

/// <summary>An upload as plain HTTP: the body of the request is the content, and nothing else.</summary>
internal static class PlainUpload
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Handles <c>PUT /v1/files/{fileId}/content</c>.</summary>
    public static Task<IResult> ReceiveAsync(
        string fileId, HttpRequest request, FileStore files, ILogger<FileStore> logger, CancellationToken cancellationToken)
    {
        // TODO 05.7: the body, part by part, to files.Write(fileId); a status for each refusal.
        return Task.FromResult<IResult>(TypedResults.Problem(
            "TODO 05.7 is not done yet. See labs/05-transcoding/README.md.", statusCode: StatusCodes.Status501NotImplemented));
    }
}
