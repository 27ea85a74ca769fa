namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>A variable of a path template: <c>{user.id}</c>, <c>{name=shelves/*}</c>.</summary>
/// <param name="FieldPath">The field of the request that it fills, such as <c>user.id</c>.</param>
/// <param name="First">The first segment that it covers, counted from 0.</param>
/// <param name="Count">How many segments it covers.</param>
internal sealed record PathVariable(string FieldPath, int First, int Count);
