using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcStatusProto;

public sealed class ExceptionExtensionsTests
{
    private static readonly string[] Messages = ["outer", "middle", "inner"];

    [Fact]
    public void The_detail_is_the_type_and_the_message() =>
        Assert.Equal("System.InvalidOperationException: outer", Thrown().ToRpcDebugInfo().Detail);

    [Fact]
    public void The_entries_are_the_lines_of_the_stack_trace()
    {
        var exception = Thrown();

        Assert.Equal(
            exception.StackTrace!.ReplaceLineEndings("\n").Split('\n'), exception.ToRpcDebugInfo().StackEntries);
    }

    [Fact]
    public void An_exception_that_was_never_thrown_has_no_entries() =>
        Assert.Empty(new InvalidOperationException("x").ToRpcDebugInfo().StackEntries);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "middle")]
    [InlineData(2, "middle,inner")]
    [InlineData(9, "middle,inner")]
    public void Inner_exceptions_are_told_as_deep_as_asked(int innerDepth, string told)
    {
        // The form of these lines is not documented: this one is the stand-in's.
        StandIns.SkipUnlessInUse("Grpc.StatusProto");

        var entries = Thrown().ToRpcDebugInfo(innerDepth).StackEntries;

        Assert.Equal(
            told.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Messages.Where(message => entries.Any(
                entry => entry.EndsWith($"Exception: {message}", StringComparison.Ordinal))));
    }

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => ((Exception)null!).ToRpcDebugInfo());

    private static InvalidOperationException Thrown() => Assert.Throws<InvalidOperationException>(ThrowOuter);

    private static void ThrowOuter()
    {
        try
        {
            ThrowMiddle();
        }
        catch (FormatException middle)
        {
            throw new InvalidOperationException("outer", middle);
        }
    }

    private static void ThrowMiddle()
    {
        try
        {
            throw new NotSupportedException("inner");
        }
        catch (NotSupportedException inner)
        {
            throw new FormatException("middle", inner);
        }
    }
}
