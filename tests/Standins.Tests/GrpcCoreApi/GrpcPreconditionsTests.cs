using Grpc.Core.Utils;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>Each check throws its own exception, with what was passed for it.</summary>
/// <remarks>
/// Source: API reference of <c>GrpcPreconditions</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Utils.GrpcPreconditions.html).
/// </remarks>
public sealed class GrpcPreconditionsTests
{
    [Fact]
    public void Nothing_happens_while_the_condition_holds()
    {
        GrpcPreconditions.CheckArgument(true);
        GrpcPreconditions.CheckArgument(true, "message");
        GrpcPreconditions.CheckState(true);
        GrpcPreconditions.CheckState(true, "message");

        Assert.Equal("x", GrpcPreconditions.CheckNotNull("x"));
        Assert.Equal("x", GrpcPreconditions.CheckNotNull("x", "name"));
    }

    [Fact]
    public void Each_check_throws_its_own_exception()
    {
        Assert.Throws<ArgumentException>(() => GrpcPreconditions.CheckArgument(false));
        Assert.Throws<InvalidOperationException>(() => GrpcPreconditions.CheckState(false));
        Assert.Throws<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull((string)null!));
    }

    [Fact]
    public void The_exception_says_what_was_passed_for_it()
    {
        var argument = Assert.Throws<ArgumentException>(() => GrpcPreconditions.CheckArgument(false, "message"));
        var state = Assert.Throws<InvalidOperationException>(() => GrpcPreconditions.CheckState(false, "message"));
        var reference = Assert.Throws<ArgumentNullException>(
            () => GrpcPreconditions.CheckNotNull((string)null!, "name"));

        Assert.Equal("message", argument.Message);
        Assert.Equal("message", state.Message);
        Assert.Equal("name", reference.ParamName);
    }
}
