using System.Runtime.InteropServices;

namespace Workshop.Bench;

/// <summary>Writes what was measured to docs/: a section of benchmarks.md for each scenario, and its chart.</summary>
internal static class BenchmarkPage
{
    private const string Title = "# Benchmarks\n\nWritten by `bench/`, a section per run.\n";
    private const string Heading = "\n## ";

    /// <summary>Writes the section of one scenario, and leaves the others as they are.</summary>
    /// <param name="scenario">What it is called on the command line.</param>
    /// <param name="heading">What it is called on the page.</param>
    /// <param name="text">What the section says.</param>
    /// <param name="chart">Its chart, as SVG: docs/benchmarks-SCENARIO.svg.</param>
    public static async Task WriteAsync(string scenario, string heading, string text, string chart)
    {
        var docs = Path.Combine(Root(), "docs");
        await File.WriteAllTextAsync(Path.Combine(docs, ChartOf(scenario)), chart);
        var page = Path.Combine(docs, "benchmarks.md");
        var machine = $"{Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}";
        var sections = (File.Exists(page) ? await File.ReadAllTextAsync(page) : Title)
            .ReplaceLineEndings("\n").Split(Heading).Skip(1)
            .Where(section => !section.StartsWith($"{heading}\n", StringComparison.Ordinal))
            .Append(FormattableString.Invariant($"""
                {heading}

                {machine}, loopback, {DateTime.UtcNow:yyyy-MM-dd}:

                ```
                dotnet run -c Release --project bench -- {scenario}
                ```

                {text.Trim()}

                """).ReplaceLineEndings("\n"))
            .Order(StringComparer.Ordinal);
        await File.WriteAllTextAsync(page, string.Concat([Title, .. sections.Select(section => Heading + section)]));
    }

    /// <summary>The file of a scenario's chart, as the page links to it.</summary>
    public static string ChartOf(string scenario) => $"benchmarks-{scenario}.svg";

    // The folder of the workshop, from wherever the command was typed.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workshop.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This program does not lie in a workshop's folder.");
    }
}
