namespace Workshop.Bench.Contrast;

/// <summary>What one call puts on the wire, in bytes: headers and frames included, those of TCP and IP not.</summary>
/// <param name="What">Which way.</param>
/// <param name="Http">The version of HTTP, as people write it.</param>
/// <param name="Call">Which call.</param>
/// <param name="Request">From the client.</param>
/// <param name="Response">From the server.</param>
internal sealed record WireBytes(string What, string Http, string Call, double Request, double Response);
