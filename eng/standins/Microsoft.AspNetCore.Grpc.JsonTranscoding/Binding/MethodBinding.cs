using Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Binding;

/// <summary>One HTTP rule, checked against the messages of its method.</summary>
internal sealed class MethodBinding
{
    public required string HttpMethod { get; init; }

    public required TemplateRoute Route { get; init; }

    public required MessagePlan Request { get; init; }

    public required IReadOnlyList<PathBinding> Path { get; init; }

    public required BodyKind Body { get; init; }

    /// <summary>The field that the body fills, if it is one.</summary>
    public required FieldPath? BodyField { get; init; }

    /// <summary>The field of the response that is sent; null for the whole response.</summary>
    public required FieldPlan? ResponseField { get; init; }
}
