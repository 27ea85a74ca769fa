using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workshop.Transcoding.ByHand;

/// <summary>Code that writes these types as JSON, made when the lab is built.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FileResource))]
[JsonSerializable(typeof(FilePage))]
internal sealed partial class FileJson : JsonSerializerContext;
