using Workshop.Runner.Labs;
using Workshop.Runner.Loop;

namespace Workshop.Tests;

/// <summary>Notes which runs were begun and ended; a test says what they found.</summary>
internal sealed class RecordedRun : IGradingRun
{
    public List<string> Calls { get; } = [];

    public void Start(Lab lab) => Calls.Add($"start {lab.Slug}");

    public void End() => Calls.Add("end");
}
