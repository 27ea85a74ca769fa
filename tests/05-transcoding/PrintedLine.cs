using System.Text;

namespace Workshop.Checks;

/// <summary>Notices the first line that a command prints, and passes everything on.</summary>
internal sealed class PrintedLine
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TextWriter Of(TextWriter output) => new Writer(output, _written);

    public async Task<bool> WasWrittenAsync(TimeSpan within)
    {
        await Task.WhenAny(_written.Task, Task.Delay(within));
        return _written.Task.IsCompleted;
    }

    private sealed class Writer(TextWriter output, TaskCompletionSource written) : TextWriter
    {
        public override Encoding Encoding => output.Encoding;

        public override void Write(char value) => Write($"{value}");

        public override void Write(string? value)
        {
            output.Write(value);
            Notice(value);
        }

        public override async Task WriteAsync(string? value)
        {
            await output.WriteAsync(value);
            Notice(value);
        }

        public override Task WriteLineAsync(string? value) => WriteAsync($"{value}{NewLine}");

        private void Notice(string? value)
        {
            if (value?.Contains('\n', StringComparison.Ordinal) is true)
            {
                written.TrySetResult();
            }
        }
    }
}
