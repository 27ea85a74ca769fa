using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;

namespace Workshop.Runner.Diagnosis;

/// <summary>Which runtime runs here. The runner needs the same two frameworks as the labs.</summary>
internal static class RuntimeDiagnosis
{
    public static Finding Examine()
    {
        var aspNetCore = FileVersionInfo.GetVersionInfo(typeof(WebApplication).Assembly.Location).ProductVersion?.Split('+')[0];
        return Finding.Ok(
            "Runtime",
            $"{RuntimeInformation.FrameworkDescription}, ASP.NET Core {aspNetCore}, {RuntimeInformation.RuntimeIdentifier}");
    }
}
