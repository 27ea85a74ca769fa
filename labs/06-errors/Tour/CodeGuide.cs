using System.CommandLine.Parsing;
using System.Text.Json;
using Grpc.Core;

namespace Workshop.Errors.Tour;

/// <summary>What each code means for the client that gets it.</summary>
internal static class CodeGuide
{
    /// <summary>The name in the documents of gRPC, such as <c>INVALID_ARGUMENT</c>.</summary>
    public static string NameOf(StatusCode code) =>
        code is StatusCode.OK ? "OK" : JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{code}");

    /// <summary>The code with a name or a number; null if there is none.</summary>
    public static StatusCode? CodeOf(string text) => Enum.GetValues<StatusCode>().Cast<StatusCode?>().FirstOrDefault(code =>
        string.Equals(text, NameOf(code!.Value), StringComparison.OrdinalIgnoreCase) || text == $"{(int)code}");

    /// <summary>Reads an argument of the command line that names codes.</summary>
    public static StatusCode[] Parse(ArgumentResult argument)
    {
        var unknown = argument.Tokens.FirstOrDefault(token => CodeOf(token.Value) is null);
        if (unknown is not null)
        {
            argument.AddError($"'{unknown.Value}' is no status code: there are OK to UNAUTHENTICATED, or 0 to 16.");
            return [];
        }

        return [.. argument.Tokens.Select(token => CodeOf(token.Value)!.Value)];
    }

    /// <summary>What the client should do, in a sentence or two.</summary>
    public static string AdviceOf(StatusCode code) => code switch
    {
        StatusCode.OK => "Go on.",
        StatusCode.Cancelled => "Stop: you gave the call up yourself. If you did not, report it.",
        StatusCode.Unknown => "Give up and report it. Nobody knows how far the call came.",
        StatusCode.InvalidArgument => "Mend the request: it is wrong whatever the server has stored.",
        StatusCode.DeadlineExceeded => "Nobody knows whether it happened. Try again if the call is idempotent; else look first.",
        StatusCode.NotFound => "Name something that is there. After a delete that you tried twice, it is done.",
        StatusCode.AlreadyExists => "Choose another name. After a create that you tried twice, look: it may be yours.",
        StatusCode.PermissionDenied => "Give up: the server knows who you are. Ask somebody for the permission.",
        StatusCode.ResourceExhausted => "With RetryInfo, wait and try again. Without it, send less or give up.",
        StatusCode.FailedPrecondition => "Change the state first, by another call; only then try again.",
        StatusCode.Aborted => "Try again one level higher: read again, change, write.",
        StatusCode.OutOfRange => "Mend the request: go on from the end that there is now.",
        StatusCode.Unimplemented => "Give up: this server does not have it. Is it the right server and version?",
        StatusCode.Internal => "Give up and report it, with the id that the server sent.",
        StatusCode.Unavailable => "Wait and try again if the call is idempotent, or has RetryInfo; else look first.",
        StatusCode.DataLoss => "Give up and report it: what was stored is damaged.",
        StatusCode.Unauthenticated => "Sign in, then try again.",
        _ => "Treat it as UNKNOWN: it is no code of this version of gRPC.",
    };
}
