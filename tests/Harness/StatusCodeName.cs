using System.Text.Json;
using Grpc.Core;

namespace Workshop.Harness;

/// <summary>Status codes by the names of the gRPC specification, such as <c>INVALID_ARGUMENT</c>.</summary>
internal static class StatusCodeName
{
    public static string Of(StatusCode code) => code == StatusCode.OK
        ? "OK"
        : JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString());
}
