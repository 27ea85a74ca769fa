using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Workshop.Transcoding;

/// <summary>How messages look as JSON, for the server and for a client.</summary>
internal static class RestJson
{
    public static void Configure(GrpcJsonSettings json)
    {
        // A number in JavaScript has 53 bits. The standard JSON form of Protobuf has a string, too.
        json.WriteInt64sAsStrings = true;
    }

    /// <summary>The length of a file that came as JSON, from this server or from another one.</summary>
    public static long SizeOf(JsonElement file)
    {
        // A server may leave out a field that has its default value.
        if (!file.TryGetProperty("size", out var size))
        {
            return 0;
        }

        return size.ValueKind is JsonValueKind.String
            ? long.Parse(size.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : size.GetInt64();
    }
}
