using Microsoft.AspNetCore.Builder;
using Workshop.Errors;

namespace Workshop.Tests;

/// <summary>The solution of lab 06 in this process, on a free port.</summary>
internal static class ErrorsHost
{
    public static WebApplication Create(params string[] args) => ErrorsApp.Create(
        ["--urls", "http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Fatal", "--Serilog:MinimumLevel:Override:Microsoft=Fatal", "--Serilog:MinimumLevel:Override:Grpc=Fatal", .. args]);
}
