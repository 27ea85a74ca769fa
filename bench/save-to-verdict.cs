#:property PublishAot=false

// Measures what a student feels: the time from a save to the verdict on the screen of `dotnet workshop.cs`, beside
// `dotnet test` of the same lab after an edit of the same kind. Needs script(1) of util-linux for a terminal.
//
//   dotnet bench/save-to-verdict.cs WORKSHOP [EDITS] [LAB ...]
//
// WORKSHOP is a folder made by `dotnet workshop.cs new` that nobody needs: the answers in it are replaced by the solutions.
// LAB is a number such as 02; without one, every lab is measured. The two ways take turns of five edits, because the loop must
// not build while the other is measured. Between two edits lies a pause, in which a student would read and type.

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

const int EditsInTurn = 5;
var pause = TimeSpan.FromSeconds(3);
var limit = TimeSpan.FromMinutes(3);

var workshop = Path.GetFullPath(args[0]);
var edits = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
string[] labs = args.Length > 2
    ? args[2..]
    : [.. Directory.GetDirectories(Path.Combine(workshop, "solutions")).Select(path => Path.GetFileName(path)[..2]).Order()];
var output = new StringBuilder();

Console.WriteLine(FormattableString.Invariant(
    $"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {edits} edits a lab, seconds"));
Console.WriteLine("| lab | `dotnet workshop.cs`, median | slowest | `dotnet test`, median | ratio | load |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
foreach (var lab in labs)
{
    await MeasureAsync(lab);
}

async Task MeasureAsync(string lab)
{
    var slug = Path.GetFileName(Directory.GetDirectories(Path.Combine(workshop, "solutions"), $"{lab}-*").Single());
    var answers = Directory.GetFiles(Path.Combine(workshop, "solutions", slug), "*.cs", SearchOption.AllDirectories);
    foreach (var answer in answers)
    {
        File.Copy(answer, answer.Replace($"solutions{Path.DirectorySeparatorChar}", $"labs{Path.DirectorySeparatorChar}", StringComparison.Ordinal), overwrite: true);
    }

    // The first class of the answer that has a body.
    var source = answers.Order(StringComparer.Ordinal).First(file => Regex.IsMatch(File.ReadAllText(file), @"\bclass \w+[^;{]*\n\{"));
    var edited = new EditedFile(Path.Combine(workshop, "labs", slug, Path.GetFileName(source)), File.ReadAllText(source));
    var (loop, test) = (new List<double>(), new List<double>());
    // Warms both ways up.
    await TestAsync(slug);
    for (var edit = 0; edit < edits; edit++)
    {
        if (edit % EditsInTurn == 0)
        {
            await RunLoopAsync(lab, edited, loop);
        }

        edited.Change();
        test.Add(await TestAsync(slug));
    }

    edited.Restore();
    Console.WriteLine(FormattableString.Invariant(
        $"| {lab} | {Median(loop):0.00} | {loop.Max():0.00} | {Median(test):0.00} | {Median(loop) / Median(test):0.00} | {Load()} |"));
}

async Task RunLoopAsync(string lab, EditedFile edited, List<double> seconds)
{
    lock (output)
    {
        output.Clear();
    }

    using var terminal = Process.Start(new ProcessStartInfo("script", ["-qfec", "dotnet workshop.cs", "/dev/null"])
    {
        WorkingDirectory = workshop,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
    var listening = Task.Run(() => Listen(terminal.StandardOutput));
    async Task PressAsync(string keys)
    {
        await terminal.StandardInput.WriteAsync(keys);
        await terminal.StandardInput.FlushAsync();
    }

    try
    {
        // Past the welcome, if there is one, to the list, to the lab.
        await SeenAsync("quit", from: 0);
        await PressAsync("b");
        await SeenAsync("r run", from: 0);
        await PressAsync("l");
        await SeenAsync("work on it", from: 0);
        await PressAsync(int.Parse(lab, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        await SeenAsync($"Checking lab {lab}", from: 0);
        await VerdictAsync(lab);
        for (var edit = 0; edit < EditsInTurn; edit++)
        {
            await Task.Delay(pause);
            var from = Text().Length;
            var watch = Stopwatch.StartNew();
            edited.Change();
            await SeenAsync($"Checking lab {lab}", from);
            await VerdictAsync(lab);
            seconds.Add(watch.Elapsed.TotalSeconds);
            // The page is drawn again only where it says something new.
            if (!Text().Contains($"tasks of lab {lab} are done", StringComparison.Ordinal) || Regex.IsMatch(Text()[from..], "wrong|does not compile|timed out"))
            {
                throw new InvalidOperationException($"Lab {lab} is answered by its solution, and the screen does not say so:\n{Text()[from..]}");
            }
        }

        await PressAsync("q");
        await terminal.WaitForExitAsync().WaitAsync(limit);
        await listening.WaitAsync(limit);
    }
    finally
    {
        terminal.Kill(entireProcessTree: true);
    }
}

async Task<double> TestAsync(string slug)
{
    var watch = Stopwatch.StartNew();
    using var test = Process.Start(new ProcessStartInfo("dotnet", ["test", "--project", Path.Combine("tests", slug)])
    {
        WorkingDirectory = workshop,
        RedirectStandardOutput = true,
    })!;
    var said = await test.StandardOutput.ReadToEndAsync().WaitAsync(limit);
    await test.WaitForExitAsync();
    return test.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"dotnet test failed:\n{said}");
}

// The last line of the screen says whether a check is running.
Task VerdictAsync(string lab) => UntilAsync("a verdict", text =>
    text.LastIndexOf($"Checking lab {lab}", StringComparison.Ordinal) < text.LastIndexOf("r run", StringComparison.Ordinal));

Task SeenAsync(string words, int from) => UntilAsync($"'{words}'", text => text[from..].Contains(words, StringComparison.Ordinal));

async Task UntilAsync(string what, Predicate<string> isSo)
{
    for (var watch = Stopwatch.StartNew(); !isSo(Text());)
    {
        if (watch.Elapsed > limit)
        {
            throw new TimeoutException($"The screen did not show {what} within {limit.TotalMinutes:0} minutes. It shows:\n{Text()}");
        }

        await Task.Delay(5);
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

static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

/// <summary>A source file that gets another private constant each time: a harmless edit that compiles to another program.</summary>
internal sealed class EditedFile(string path, string original)
{
    private static int _edit;

    public void Change()
    {
        var body = original.IndexOf("\n{\n", StringComparison.Ordinal) + 3;
        File.WriteAllText(path, $"{original[..body]}    private const int Edit = {++_edit};\n\n{original[body..]}");
    }

    public void Restore() => File.WriteAllText(path, original);
}
