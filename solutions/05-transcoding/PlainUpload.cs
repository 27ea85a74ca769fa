namespace Workshop.Transcoding;

/// <summary>An upload as plain HTTP: the body of the request is the content, and nothing else.</summary>
internal static class PlainUpload
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Handles <c>PUT /v1/files/{fileId}/content</c>.</summary>
    public static async Task<IResult> ReceiveAsync(
        string fileId, HttpRequest request, FileStore files, ILogger<FileStore> logger, CancellationToken cancellationToken)
    {
        try
        {
            using var content = files.Write(fileId);
            // Part by part: how long the body is must not decide how much memory the server needs.
            var buffer = new byte[BufferSize];
            while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                content.Append(buffer.AsSpan(0, read));
            }

            var file = content.Complete();
            return TypedResults.Ok(new { fileId = file.FileId, size = file.Size });
        }
        catch (CatalogException problem) when (problem.Problem is CatalogProblem.StorageFailed)
        {
            // What the storage says names a disk of the server: that is for its log, and for nobody outside.
            CatalogLog.StorageFailed(logger, "PUT content", problem.Message);
            return TypedResults.Problem("The storage failed. Try again later.", statusCode: StatusCodes.Status500InternalServerError);
        }
        // Nobody translates here: a path of one's own has its own statuses.
        catch (CatalogException problem)
        {
            return TypedResults.Problem(problem.Message, statusCode: problem.Problem switch
            {
                CatalogProblem.NotFound => StatusCodes.Status404NotFound,
                CatalogProblem.FieldInvalid => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status409Conflict,
            });
        }
    }
}
