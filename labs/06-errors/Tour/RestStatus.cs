using System.Net;
using Grpc.Core;

namespace Workshop.Errors.Tour;

/// <summary>Which HTTP status a gRPC status becomes for a client of REST.</summary>
internal static class RestStatus
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Asks a server that transcodes.</summary>
    public static async Task<int> MeasureAsync(Uri server, StatusCode code)
    {
        using var client = new HttpClient
        {
            BaseAddress = server,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Limit,
        };
        using var response = await client.PostAsJsonAsync(new Uri("/v1/status-tour", UriKind.Relative), new { code = (int)code });
        return (int)response.StatusCode;
    }
}
