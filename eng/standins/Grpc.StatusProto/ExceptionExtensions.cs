using Google.Rpc;

namespace Grpc.Core;

/// <summary>Tells a client where in the server an exception came from.</summary>
public static class ExceptionExtensions
{
    /// <summary>The type, message and stack trace of an exception.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="innerDepth">How many inner exceptions the stack trace tells of, at most.</param>
    public static DebugInfo ToRpcDebugInfo(this Exception exception, int innerDepth = 0)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var info = new DebugInfo { Detail = Describe(exception), StackEntries = { StackLines(exception) } };
        for (var depth = 0; depth < innerDepth && exception.InnerException is { } inner; depth++)
        {
            info.StackEntries.Add($"Inner exception: {Describe(inner)}");
            info.StackEntries.Add(StackLines(inner));
            exception = inner;
        }

        return info;
    }

    private static string Describe(Exception exception) => $"{exception.GetType().FullName}: {exception.Message}";

    // What was never thrown has no stack trace.
    private static string[] StackLines(Exception exception) =>
        (exception.StackTrace ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
