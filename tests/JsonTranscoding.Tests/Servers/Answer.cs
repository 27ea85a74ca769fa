using System.Net;

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>What a client got: status, content type and body.</summary>
public sealed record Answer(HttpStatusCode Status, string? ContentType, string Text)
{
    /// <summary>The status as a number.</summary>
    public int Code => (int)Status;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync().InTime());
}
