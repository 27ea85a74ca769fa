using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Workshop.Transcoding.ByHand;

/// <summary>Two calls of the contract as a minimal API: one file, and a list. Nothing is transcoded here, so every line that the
/// rules in the contract save is in this folder.</summary>
internal static class FileEndpoints
{
    public static void MapFilesByHand(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/by-hand/files").AddEndpointFilter<RefusalFilter>();
        files.MapGet("/{fileId}", Get)
            .Produces<FileResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        files.MapGet("", List)
            .Produces<FilePage>();
    }

    private static FileContentHttpResult Get(string fileId, FileStore files)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(FileResource.Of(files.Get(fileId)), FileJson.Default.FileResource);
        // Of the bytes that are sent: what changes them also changes the tag, a new version of this server too.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))}\"");
        // With a tag, this result answers If-None-Match by 304 (RFC 9110, section 13.1.2).
        return TypedResults.Bytes(json, "application/json", entityTag: tag);
    }

    private static Results<JsonHttpResult<FilePage>, ValidationProblem> List(
        string? pageSize, string? pageToken, string? namePrefix, string? kind, FileStore files)
    {
        var query = new ListQuery(pageSize, pageToken, kind);
        if (query.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(query.Problems);
        }

        var found = files.Where(namePrefix ?? "", query.Kind);
        return TypedResults.Json(
            new FilePage(
                [.. found.Skip(query.First).Take(query.PageSize).Select(FileResource.Of)],
                query.First < found.Count - query.PageSize ? ListQuery.TokenOf(query.First + query.PageSize) : null),
            FileJson.Default.FilePage);
    }
}
