#:property PublishAot=false

// Measures what a student feels: the time from a save to the verdict on the screen of `dotnet workshop.cs`, beside
// `dotnet test` of the same lab after an edit of the same kind. Needs script(1) of util-linux for a terminal.
//
//   dotnet bench/save-to-verdict.cs WORKSHOP [EDITS]
//
// They take turns of five edits, because the loop must not build while the other is measured.
//
// WORKSHOP is a folder made by `dotnet workshop.cs new`, in which lab 01 is answered.

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

const int EditsInTurn = 5;

var workshop = Path.GetFullPath(args[0]);
var edits = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
var file = Path.Combine(workshop, "labs", "01-hello", "HelloService.cs");
var original = File.ReadAllText(file);
var (loop, test) = (new List<double>(), new List<double>());
var output = new StringBuilder();

try
{
    // Warms both ways up. Then they take turns: the loop must not run while dotnet test is measured.
    await TestAsync();
    for (var edit = 0; edit < edits; edit++)
    {
        if (edit % EditsInTurn == 0)
        {
            await RunLoopAsync(edit);
        }

        Edit(edit + edits);
        test.Add(await TestAsync());
        Console.WriteLine(FormattableString.Invariant(
            $"edit {edit + 1}: loop {loop[edit]:0.0} s, dotnet test {test[edit]:0.0} s, load {Load()}"));
    }

    Console.WriteLine(FormattableString.Invariant(
        $"median of {edits}: loop {Median(loop):0.00} s, dotnet test {Median(test):0.00} s, ratio {Median(loop) / Median(test):0.00}"));
}
finally
{
    File.WriteAllText(file, original);
}

async Task RunLoopAsync(int firstEdit)
{
    output.Clear();
    using var terminal = Process.Start(new ProcessStartInfo("script", ["-qfec", "dotnet workshop.cs", "/dev/null"])
    {
        WorkingDirectory = workshop,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
    var listening = Task.Run(() => Listen(terminal.StandardOutput));
    await terminal.StandardInput.WriteAsync("b");
    await terminal.StandardInput.FlushAsync();
    await SeenAsync("tasks of lab 01 are done", from: 0);
    await QuietAsync();
    for (var edit = firstEdit; edit < Math.Min(firstEdit + EditsInTurn, edits); edit++)
    {
        loop.Add(await SaveToVerdictAsync(edit));
    }

    await terminal.StandardInput.WriteAsync("q");
    await terminal.StandardInput.FlushAsync();
    await terminal.WaitForExitAsync();
    await listening;
}

async Task<double> SaveToVerdictAsync(int edit)
{
    var from = Position();
    var watch = Stopwatch.StartNew();
    Edit(edit);
    await SeenAsync("Checking lab 01", from);
    await QuietAsync();
    return watch.Elapsed.TotalSeconds;
}

// A harmless edit that compiles to another program.
void Edit(int edit) => File.WriteAllText(file, $"{original}\nfile class Edit{edit};\n");

async Task<double> TestAsync()
{
    var watch = Stopwatch.StartNew();
    using var test = Process.Start(new ProcessStartInfo("dotnet", ["test", "--project", Path.Combine("tests", "01-hello")])
    {
        WorkingDirectory = workshop,
        RedirectStandardOutput = true,
    })!;
    var said = await test.StandardOutput.ReadToEndAsync();
    await test.WaitForExitAsync();
    return test.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"dotnet test failed: is lab 01 answered?\n{said}");
}

// The last line of the screen says whether a check is running.
async Task QuietAsync()
{
    while (Text() is var text && text.LastIndexOf("Checking lab 01", StringComparison.Ordinal) > text.LastIndexOf("r run", StringComparison.Ordinal))
    {
        await Task.Delay(10);
    }
}

async Task SeenAsync(string text, int from)
{
    while (!Text()[from..].Contains(text, StringComparison.Ordinal))
    {
        await Task.Delay(10);
    }
}

void Listen(StreamReader reader)
{
    var buffer = new char[4096];
    while (reader.Read(buffer) is var read and > 0)
    {
        lock (output)
        {
            output.Append(buffer, 0, read);
        }
    }
}

string Text()
{
    lock (output)
    {
        // Without the colours, which stand between the words.
        return Regex.Replace(output.ToString(), "\u001b\\[[0-9;]*m", "");
    }
}

int Position() => Text().Length;

static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
