using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workshop.Bench.Contrast;

/// <summary>Reads these types.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReadFile))]
[JsonSerializable(typeof(ReadPage))]
internal sealed partial class ReadFileJson : JsonSerializerContext;
