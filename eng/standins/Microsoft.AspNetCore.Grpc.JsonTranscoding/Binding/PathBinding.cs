using Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>A variable of the path, and the field of the request that it fills.</summary>
internal sealed record PathBinding(PathVariable Variable, FieldPath Field);
