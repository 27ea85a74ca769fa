using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>What the command line of <c>tail</c> asks for.</summary>
/// <param name="Request">The request to the server.</param>
/// <param name="IsUtc">Whether times are shown in UTC instead of local time.</param>
/// <param name="Retries">How often in a row to open a stream again when it brings nothing.</param>
internal sealed record TailCommandOptions(StreamLogsRequest Request, bool IsUtc, int Retries);
