namespace Workshop.Checks;

/// <summary>A keyboard that fails.</summary>
internal sealed class BrokenInput(string problem) : TextReader
{
    public override string? ReadLine() => throw new IOException(problem);
}
