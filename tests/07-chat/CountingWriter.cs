using System.Text;

namespace Workshop.Checks;

/// <summary>Counts lines, and keeps none.</summary>
internal sealed class CountingWriter : TextWriter
{
    private int _lines;

    public int Lines => _lines;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
    }

    public override void WriteLine(string? value) => Interlocked.Increment(ref _lines);
}
