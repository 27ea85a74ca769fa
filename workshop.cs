#:property PublishAot=false

// The front door: `dotnet workshop.cs <command>`. It has no packages, so it starts where nothing is restored yet. It
// builds eng/runner/ when that is new or changed, and hands everything over to it.

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

const int EnvironmentProblem = 3;

var root = (string?)AppContext.GetData("EntryPointFileDirectoryPath") ?? Directory.GetCurrentDirectory();
var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
var runner = Path.Combine(root, "artifacts", "bin", "eng", "runner", "debug", "Runner.dll");
var unfinished = Path.Combine(root, ".workshop", "upgrade", "package.nupkg");
var stamp = Path.Combine(root, "artifacts", "obj", "eng", "runner", "built-from.txt");

// Ctrl+C is the runner's to answer: this process waits for it.
Console.CancelKeyPress += (_, key) => key.Cancel = true;

try
{
    return IsBuilt() || BuildOnce() ? Run() : EnvironmentProblem;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception)
{
    return Tell(
        $"The runner cannot start: {exception.Message}",
        "Check that you may write to this folder, that the disk has space, and that `dotnet --version` answers.");
}

// Where an upgrade was broken off, the sources may be of two versions: the runner that is there finishes it.
bool IsBuilt() => File.Exists(runner)
    && (File.Exists(unfinished) || (File.Exists(stamp) && File.ReadAllText(stamp) == Sources()));

// The runner's sources by name, size and time, and the folder: build output does not survive a move.
string Sources()
{
    var sources = new StringBuilder(root);
    string[] folders = ["runner", "wire"];
    foreach (var file in folders
        .SelectMany(folder => new DirectoryInfo(Path.Combine(root, "eng", folder)).EnumerateFiles("*", SearchOption.AllDirectories))
        .Concat(new DirectoryInfo(root).EnumerateFiles("Directory.*"))
        .OrderBy(file => file.FullName, StringComparer.Ordinal))
    {
        sources.Append(CultureInfo.InvariantCulture, $"\n{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
    }

    return sources.ToString();
}

// One build at a time: a second terminal waits for the first.
bool BuildOnce()
{
    Directory.CreateDirectory(Path.GetDirectoryName(stamp)!);
    using var ours = WaitForLock(Path.ChangeExtension(stamp, ".lock"));
    return IsBuilt() || Build();
}

FileStream WaitForLock(string path)
{
    for (var patience = Stopwatch.StartNew(); ;)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (patience.Elapsed < TimeSpan.FromMinutes(3))
        {
            Thread.Sleep(200);
        }
    }
}

bool Build()
{
    Console.Error.WriteLine(File.Exists(runner)
        ? "Building the workshop's runner, because its sources changed; this takes some seconds."
        : "Building the workshop's runner, for the first time; this takes up to a minute.");
    var sources = Sources();
    var start = new ProcessStartInfo(dotnet)
    {
        WorkingDirectory = root,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };

    // As Dotnet.StartInfo of the runner has it: this build may start the compiler that stays in memory.
    start.Environment.TryAdd("DOTNET_TieredPGO", "0");

    // The runner needs no package that is ever stood in for: its build need not ask the package sources about them.
    // Nor need its code be judged here, which the repository's own build does: that takes as long as compiling it.
    foreach (var argument in new[]
    {
        "build", Path.Combine("eng", "runner", "Runner.csproj"), "-c", "Debug", "-v", "q", "--nologo", "-tl:off",
        "-clp:NoSummary", "-p:UseStandIns=false", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false",
    })
    {
        start.ArgumentList.Add(argument);
    }

    using var build = Process.Start(start)!;
    build.StandardInput.Close();
    var output = build.StandardOutput.ReadToEnd();
    build.WaitForExit();
    if (build.ExitCode == 0)
    {
        File.WriteAllText(stamp, sources);
        return true;
    }

    Tell($"The workshop's runner could not be built: {FirstError(output)}", Remedy(output));
    return false;
}

static string FirstError(string output) =>
    output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains(": error ")) is { } line
        ? line[(line.IndexOf(": error ", StringComparison.Ordinal) + 8)..].Split(" [")[0]
        : output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "dotnet build said nothing.";

static string Remedy(string output) => output switch
{
    _ when output.Contains("NU1301") || output.Contains("NU1101") || output.Contains("NU1102") =>
        "A package did not come. Check the network and `dotnet nuget list source`, then run this again.",
    _ when output.Contains("No space left") || output.Contains("not enough space") =>
        "The disk is full. Free about 1 GB, then run this again.",
    _ when output.Contains("NETSDK1045") || output.Contains("A compatible .NET SDK was not found") =>
        "Install the .NET 10 SDK from https://dot.net and run this again.",
    _ when output.Contains("MSB3027") || output.Contains("used by another process") =>
        "The runner runs in another terminal: quit it there, then run this again.",
    _ when output.Contains("denied") =>
        "Check that you may write to this folder, or copy the workshop to one of your own.",
    _ => "Run `dotnet build eng/runner/Runner.csproj` to see all of it.",
};

int Run()
{
    var start = new ProcessStartInfo(dotnet) { UseShellExecute = false };
    start.ArgumentList.Add("exec");
    start.ArgumentList.Add(runner);
    foreach (var argument in args)
    {
        start.ArgumentList.Add(argument);
    }

    start.Environment["WORKSHOP_ROOT"] = root;
    using var process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}

static int Tell(string what, string remedy)
{
    Console.Error.WriteLine(what);
    Console.Error.WriteLine(remedy);
    return EnvironmentProblem;
}
