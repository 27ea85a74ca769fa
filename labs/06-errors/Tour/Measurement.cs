using Grpc.Core;

namespace Workshop.Errors.Tour;

/// <summary>How a call ended.</summary>
/// <param name="Of">What was done.</param>
/// <param name="Code">The status that the client saw.</param>
/// <param name="Detail">Its sentence.</param>
internal sealed record Measurement(Experiment Of, StatusCode Code, string Detail);
