using System.Diagnostics;

namespace Workshop.Harness;

/// <summary>Where an exception came out of the code of a lab.</summary>
internal static class ThrownPlace
{
    // What lies here is not the student's: generated code, stand-ins and the harness, the checks.
    private static readonly string[] Others = ["artifacts/", "eng/", "tests/"];

    /// <summary>The innermost place in the labs, such as <c>labs/01-hello/NameRules.cs, line 14</c>; null where there is none.</summary>
    /// <param name="exception">The exception. It was thrown.</param>
    /// <param name="root">The workshop's folder.</param>
    public static string? Of(Exception exception, string root)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && file.StartsWith(root, StringComparison.Ordinal))
            {
                var place = Path.GetRelativePath(root, file).Replace('\\', '/');
                if (!Others.Any(other => place.StartsWith(other, StringComparison.Ordinal)))
                {
                    return $"{place}, line {frame.GetFileLineNumber()}";
                }
            }
        }

        return null;
    }
}
