using System.Text;

namespace Workshop.Checks;

/// <summary>Tells when a line with a certain text was printed.</summary>
internal sealed class NoticingWriter(TextWriter inner, string text, TaskCompletionSource printed) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void WriteLine(string? value)
    {
        inner.WriteLine(value);
        Notice(value);
    }

    public override async Task WriteLineAsync(string? value)
    {
        await inner.WriteLineAsync(value);
        Notice(value);
    }

    private void Notice(string? value)
    {
        if (value?.Contains(text, StringComparison.Ordinal) == true)
        {
            printed.TrySetResult();
        }
    }
}
