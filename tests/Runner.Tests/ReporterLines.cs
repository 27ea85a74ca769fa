using System.Text.Json;

namespace Workshop.Tests;

/// <summary>Writes messages as xunit's JSON reporter does, the properties that matter.</summary>
internal static class ReporterLines
{
    public const string Finished = """{"$type":"test-assembly-finished","TestsTotal":1}""";

    public static string Begun(string id, string task, string method, string type = "") => Line("test-case-starting", new()
    {
        ["TestClassUniqueID"] = type,
        ["TestCaseUniqueID"] = id,
        ["TestMethodName"] = method,
        ["Traits"] = new Dictionary<string, string[]> { ["Todo"] = [task] },
    });

    public static string ClassFinished(string type) => Line("test-class-finished", new() { ["TestClassUniqueID"] = type });

    public static string Passed(string id) => Line("test-passed", new()
    {
        ["TestCaseUniqueID"] = id,
        ["ExecutionTime"] = 0.0123,
    });

    public static string Failed(string id, string type, string message, string stackTrace = "") => Line("test-failed", new()
    {
        ["TestCaseUniqueID"] = id,
        ["ExecutionTime"] = 0.5,
        ["ExceptionTypes"] = new[] { type },
        ["Messages"] = new[] { message },
        ["StackTraces"] = new[] { stackTrace },
    });

    /// <summary>Follows the end of a check, with what the harness attached.</summary>
    public static string Attached(string id, string failure) => Line("test-finished", new()
    {
        ["TestCaseUniqueID"] = id,
        ["Attachments"] = new Dictionary<string, string> { ["failure"] = $"s:{failure}" },
    });

    private static string Line(string type, Dictionary<string, object> properties) =>
        $$"""{"$type":"{{type}}",{{JsonSerializer.Serialize(properties)[1..]}}""";
}
