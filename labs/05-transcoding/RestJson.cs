using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Workshop.Transcoding;

/// <summary>How messages look as JSON, for the server and for a client.</summary>
internal static class RestJson
{
    public static void Configure(GrpcJsonSettings json)
    {
        // TODO 05.5: 64-bit numbers as strings; and below, the size of a file.
    }

    /// <summary>The length of a file that came as JSON, from this server or from another one.</summary>
    public static long SizeOf(JsonElement file) =>
        throw new NotImplementedException("TODO 05.5 is not done yet. See labs/05-transcoding/README.md.");
}
