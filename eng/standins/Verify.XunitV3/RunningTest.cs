using System.Reflection;
using Xunit;
using Xunit.v3;

namespace VerifyTests;

/// <summary>The test that runs now.</summary>
/// <param name="Type">The class that xunit made for it, which may inherit the method.</param>
/// <param name="Method">The test method.</param>
/// <param name="Arguments">The method's arguments; empty for a fact.</param>
internal sealed record RunningTest(Type Type, MethodInfo Method, object?[] Arguments)
{
    public string FullName => $"{Type.FullName}.{Method.Name}";

    public static RunningTest Current()
    {
        if (TestContext.Current.Test is not IXunitTest test)
        {
            throw new InvalidOperationException(
                "No xunit.v3 test runs here, so the snapshot has no name. Call Verify, and await it, within a test.");
        }

        return new RunningTest(test.TestMethod.TestClass.Class, test.TestMethod.Method, test.TestMethodArguments);
    }
}
