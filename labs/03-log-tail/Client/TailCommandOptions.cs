using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>What the command line of <c>tail</c> asks for.</summary>
/// <param name="Request">What the server is asked.</param>
/// <param name="IsUtc">Whether times are shown in UTC and not in those of this machine.</param>
/// <param name="Retries">How often in a row a stream that brings nothing is opened again.</param>
internal sealed record TailCommandOptions(StreamLogsRequest Request, bool IsUtc, int Retries);
