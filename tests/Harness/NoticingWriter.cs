using System.Text;

namespace Workshop.Harness;

/// <summary>Passes on what a command prints, and tells when a certain text was printed.</summary>
/// <param name="inner">Gets everything.</param>
/// <param name="text">The text, written by one call, such as <c>\n</c> for the first whole line.</param>
/// <param name="noticed">Completes after the text was passed on.</param>
public sealed class NoticingWriter(TextWriter inner, string text, TaskCompletionSource noticed) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write($"{value}");

    public override void Write(string? value)
    {
        inner.Write(value);
        Notice(value);
    }

    public override void WriteLine(string? value) => Write($"{value}{NewLine}");

    public override async Task WriteAsync(string? value)
    {
        await inner.WriteAsync(value);
        Notice(value);
    }

    public override Task WriteLineAsync(string? value) => WriteAsync($"{value}{NewLine}");

    private void Notice(string? value)
    {
        if (value?.Contains(text, StringComparison.Ordinal) == true)
        {
            noticed.TrySetResult();
        }
    }
}
