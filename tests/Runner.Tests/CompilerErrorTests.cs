using Workshop.Runner.Grading;
using Xunit;

namespace Workshop.Tests;

public sealed class CompilerErrorTests
{
    [Fact]
    public void An_error_of_the_compiler_has_a_file_a_place_and_a_code()
    {
        var errors = CompilerError.ReadAll(
            ["/ws/labs/01-hello/A.cs(12,5): error CS1002: ; expected [/ws/labs/01-hello/Hello.csproj]"]);

        Assert.Equal([new CompilerError("/ws/labs/01-hello/A.cs", 12, 5, "CS1002", "; expected", "/ws/labs/01-hello/Hello.csproj")], errors);
    }

    [Theory]
    [InlineData(@"C:\My labs (1)\A.cs(3,7): error CS0103: x [C:\My labs (1)\A.csproj]", @"C:\My labs (1)\A.cs", 3, 7)]
    [InlineData("protos/greeter.proto(4,1): error : Expected \";\". [/ws/Hello.csproj]", "/ws/protos/greeter.proto", 4, 1)]
    [InlineData("/ws/labs/A.cs(1,2,3,4): error IDE0005: x", "/ws/labs/A.cs", 1, 2)]
    [InlineData("CSC : error CS5001: Program does not contain a static 'Main' [/ws/A.csproj]", "CSC", 0, 0)]
    public void Every_form_of_an_error_is_read(string line, string file, int row, int column)
    {
        var error = Assert.Single(CompilerError.ReadAll([line]));

        Assert.Equal((file.Replace('\\', '/'), row, column), (error.File.Replace('\\', '/'), error.Line, error.Column));
        Assert.False(error.IsOfEnvironment);
    }

    [Theory]
    [InlineData("/ws/A.csproj : error NU1101: Unable to find package X. [/ws/Workshop.sln]")]
    [InlineData("/sdk/Microsoft.NET.Sdk.targets(266,5): error NETSDK1004: Assets file not found. [/ws/A.csproj]")]
    [InlineData("/sdk/Microsoft.Common.targets(1,5): error MSB3021: Unable to copy file. [/ws/A.csproj]")]
    public void Packages_SDK_and_file_copies_are_of_the_environment(string line) =>
        Assert.True(Assert.Single(CompilerError.ReadAll([line])).IsOfEnvironment);

    [Fact]
    public void Warnings_and_other_lines_are_no_errors_and_a_repeated_error_counts_once()
    {
        var errors = CompilerError.ReadAll(
        [
            "Build FAILED.",
            "/ws/A.cs(1,1): warning CS0168: unused [/ws/A.csproj]",
            "/ws/A.cs(2,1): error CS1002: ; expected [/ws/A.csproj]",
            "/ws/A.cs(2,1): error CS1002: ; expected [/ws/B.csproj]",
            "    2 Error(s)",
        ]);

        Assert.Single(errors);
    }
}
