using System.Text;

namespace Workshop.Hello;

/// <summary>A console for what a server sends: each text stays on its line, without anything that a console obeys.</summary>
internal sealed class VisibleWriter(TextWriter console) : TextWriter
{
    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => console.Write(value is '\r' or '\n' || char.IsSurrogate(value) ? $"{value}" : VisibleText.Of($"{value}"));

    public override void Write(string? value) => console.Write(Visible(value));

    public override void WriteLine(string? value) => console.WriteLine(VisibleText.Of(value ?? ""));

    public override Task WriteAsync(string? value) => console.WriteAsync(Visible(value));

    public override Task WriteLineAsync(string? value) => console.WriteLineAsync(VisibleText.Of(value ?? ""));

    public override void Flush() => console.Flush();

    public override Task FlushAsync() => console.FlushAsync();

    // Whoever writes no line but a text ends the line by a line feed of their own.
    private static string Visible(string? text)
    {
        var line = (text ?? "").TrimEnd('\r', '\n');
        return VisibleText.Of(line) + text?[line.Length..];
    }
}
