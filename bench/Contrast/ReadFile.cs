using System.Text.Json.Serialization;

namespace Workshop.Bench.Contrast;

/// <summary>A file as a REST client has it, whoever wrote the JSON.</summary>
internal sealed record ReadFile(
    string FileId,
    string Name,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long Size,
    byte[] Sha256,
    string Kind,
    DateTime CreateTime,
    string? Description);
