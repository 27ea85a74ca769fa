using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>What a caller asks of one call. Immutable: each <c>With…</c> method gives a changed copy.</summary>
public struct CallOptions
{
    /// <param name="headers">Metadata to send before the first request; null for none.</param>
    /// <param name="deadline">When the caller gives up; null for never.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">How requests are written; null for the defaults.</param>
    /// <param name="propagationToken">Ties the call to the server's call that it is made from.</param>
    /// <param name="credentials">Credentials for this call alone.</param>
    [SuppressMessage("Design", "CA1068", Justification = "The official order of the parameters.")]
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    public Metadata? Headers { get; private init; }

    /// <summary>When the call fails with <see cref="StatusCode.DeadlineExceeded"/>; null for never.</summary>
    /// <remarks>A point in time, best in UTC; the wire carries what is left of it (<c>grpc-timeout</c>).</remarks>
    public DateTime? Deadline { get; private init; }

    public CancellationToken CancellationToken { get; private init; }

    public WriteOptions? WriteOptions { get; private init; }

    public ContextPropagationToken? PropagationToken { get; private init; }

    public CallCredentials? Credentials { get; private init; }

    /// <summary>Whether the call waits for a connection instead of failing at once. Default: false.</summary>
    /// <remarks>Source: "Wait for Ready Semantics" of the gRPC documentation.</remarks>
    public bool IsWaitForReady { get; private init; }

    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) =>
        this with { PropagationToken = propagationToken };

    public CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    public CallOptions WithWaitForReady(bool waitForReady = true) => this with { IsWaitForReady = waitForReady };
}
