using System.Text.Json.Serialization;

namespace Workshop.Bench.Chat;

/// <summary>What the peer sends and receives, as JSON: what <c>RoomEvent</c> with <c>Said</c> has. A client sends the text alone.</summary>
internal sealed record ChatLine(string Text, long Seq = 0, DateTimeOffset? Time = null, string? Name = null);

/// <summary>Knows at compile time how a line is written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ChatLine))]
internal sealed partial class ChatLineJson : JsonSerializerContext;
