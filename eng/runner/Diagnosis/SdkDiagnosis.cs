using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Workshop.Runner.Labs;
using Workshop.Runner.Processes;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether the .NET SDK that global.json asks for is there, and which runtime runs here. The runner needs the same two
/// frameworks as the labs.</summary>
internal static class SdkDiagnosis
{
    private const string Subject = ".NET SDK";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(WorkshopFolder workshop, CancellationToken cancellationToken)
    {
        var wanted = Wanted(workshop.PathOf("global.json"));
        var version = await Dotnet.RunAsync(workshop.Root, Limit, ["--version"], cancellationToken);
        var sdk = version.Succeeded
            ? Finding.Ok(Subject, $"{version.Text.Trim()}; global.json asks for {wanted} or later")
            : Finding.Problem(
                Subject,
                $"global.json asks for {wanted} or a later .NET 10 SDK, and there is none",
                "Install the .NET 10 SDK from https://dot.net.");
        var aspNetCore = FileVersionInfo.GetVersionInfo(typeof(WebApplication).Assembly.Location).ProductVersion?.Split('+')[0];
        var runtime = Finding.Ok(
            "Runtime",
            $"{RuntimeInformation.FrameworkDescription}, ASP.NET Core {aspNetCore}, {RuntimeInformation.RuntimeIdentifier}");
        return [sdk, runtime];
    }

    private static string Wanted(string globalJson)
    {
        using var file = File.OpenRead(globalJson);
        using var json = JsonDocument.Parse(file);
        return json.RootElement.GetProperty("sdk").GetProperty("version").GetString()!;
    }
}
