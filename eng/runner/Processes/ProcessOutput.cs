namespace Workshop.Runner.Processes;

/// <summary>Collects the lines of a process. A program that prints for ever must not fill the memory.</summary>
internal sealed class ProcessOutput(Predicate<string> keep)
{
    private const int MaxLines = 5_000;

    private readonly Lock _lock = new();
    private readonly List<string> _kept = [];
    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            if (keep(line))
            {
                _kept.Add(line);
                return;
            }

            _lines.Enqueue(line);
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    public ProcessOutcome Outcome(int? exitCode)
    {
        lock (_lock)
        {
            return new ProcessOutcome(exitCode, [.. _kept], [.. _lines]);
        }
    }
}
