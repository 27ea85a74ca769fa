using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>Decides whether the client tries again after a call that failed, and when.</summary>
/// <remarks>gRPC can retry by itself, but only as long as it can keep everything that was sent, 1 MiB by default: see
/// docs/02-upload.md.</remarks>
internal sealed class Retries(ClientOptions options, TextWriter error)
{
    private int _failures;
    private bool _hasFailed;
    private TimeSpan? _delay;

    /// <summary>Begins an attempt.</summary>
    /// <returns>Whether one failed before it.</returns>
    /// <exception cref="InvalidOperationException">The wait before it has not ended.</exception>
    public bool Begin() => _delay is null
        ? _hasFailed
        : throw new InvalidOperationException("The wait before this attempt has not ended: await WaitAsync.");

    /// <summary>Counts a failure, and says whether another attempt makes sense.</summary>
    /// <param name="failure">How the last attempt ended.</param>
    /// <param name="file">What is sent.</param>
    public bool Allow(RpcException failure, OutgoingFile file)
    {
        if (_delay is not null)
        {
            // No exception: in an exception filter, nobody would hear of it.
            error.WriteLine("The client did not wait before its last attempt: await WaitAsync.");
            return false;
        }

        _hasFailed = true;
        _failures++;
        if (_failures > options.Retries || !IsTemporary(failure, file))
        {
            return false;
        }

        _delay = RequestedWait.Of(failure) ?? Backoff.Delay(_failures);
        error.WriteLine(VisibleText.Of($"The upload was interrupted and will continue: {failure.Status.Detail}"));
        return true;
    }

    /// <summary>Waits as long as the server said, or longer after each failure.</summary>
    public async Task WaitAsync()
    {
        await Task.Delay(_delay ?? TimeSpan.Zero);
        _delay = null;
    }

    /// <summary>Counts the failures from 0 again: the server has more than before.</summary>
    public void Reset() => _failures = 0;

    private static bool IsTemporary(RpcException failure, OutgoingFile file) => failure.StatusCode switch
    {
        // Without an id, no server was ever reached: the user should know at once.
        StatusCode.Unavailable => file.FileId.Length > 0,
        StatusCode.Aborted or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.DataLoss => true,
        StatusCode.ResourceExhausted => RequestedWait.IsIn(failure),
        _ => false,
    };
}
