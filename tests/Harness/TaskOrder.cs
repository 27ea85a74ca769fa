using Xunit.Sdk;
using Xunit.v3;

namespace Workshop.Harness;

/// <summary>Runs the checks of a lab in the order of its tasks, and those of one task as they stand in the file.</summary>
public sealed class TaskOrder : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(testCase => Todo(testCase).Length).ThenBy(Todo, StringComparer.Ordinal).ThenBy(Position)];

    private static string Todo<TTestCase>(TTestCase testCase)
        where TTestCase : notnull, ITestCase =>
        testCase.Traits.TryGetValue("Todo", out var ids) ? ids.First() : "";

    private static int Position<TTestCase>(TTestCase testCase)
        where TTestCase : notnull, ITestCase =>
        (testCase.TestMethod as IXunitTestMethod)?.Method.MetadataToken ?? 0;
}
