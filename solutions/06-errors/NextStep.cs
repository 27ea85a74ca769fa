using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors;

/// <summary>Decides what a client does after a call, by its status alone. It never reads the sentence of a status.</summary>
internal static class NextStep
{
    /// <summary>Decides for all 17 codes.</summary>
    /// <param name="ended">How the call ended.</param>
    /// <param name="attempt">Which call it was.</param>
    public static Decision After(RpcException ended, Attempt attempt) => ended.StatusCode switch
    {
        StatusCode.OK => new(Step.Done),
        // An earlier attempt may have created it, and only its response was lost.
        StatusCode.AlreadyExists when attempt.Number > 1 => new(Step.LookFirst),
        StatusCode.InvalidArgument or StatusCode.OutOfRange or StatusCode.NotFound or StatusCode.AlreadyExists
            or StatusCode.FailedPrecondition => new(Step.Mend),
        StatusCode.Unauthenticated => Again(Step.SignIn, ended, attempt),
        StatusCode.Aborted => Again(Step.StartOver, ended, attempt),
        // A service that sends RetryInfo has done nothing, and knows it.
        StatusCode.Unavailable or StatusCode.ResourceExhausted when RequestedWait.IsIn(ended) => Again(Step.TryAgain, ended, attempt),
        StatusCode.Unavailable or StatusCode.DeadlineExceeded when attempt.IsIdempotent => Again(Step.TryAgain, ended, attempt),
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => new(Step.LookFirst),
        _ => new(Step.GiveUp),
    };

    private static Decision Again(Step step, RpcException ended, Attempt attempt)
    {
        var wait = RequestedWait.Of(ended);
        // Not earlier than the server asked for, and not later than a user waits.
        var isTooLong = RequestedWait.IsIn(ended) && !(wait <= Attempt.LongestWait);
        return attempt.Number >= Attempt.Most || isTooLong ? new(Step.GiveUp) : new(step, wait);
    }
}
