using System.Threading.Channels;

namespace Workshop.Chat;

/// <summary>A user at a terminal.</summary>
internal sealed class TerminalUser : IUser, IAsyncDisposable
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _end = new();
    private readonly Prompt _prompt;
    private readonly Task _typing;

    public TerminalUser(ITerminal terminal)
    {
        Lines = new EventLines(terminal.IsColoured);
        _prompt = new Prompt(terminal);
        _typing = TypeAsync(terminal);
    }

    public EventLines Lines { get; }

    public void Show(string line) => _prompt.Show(line);

    public async Task<string?> NextLineAsync(CancellationToken cancellationToken) =>
        await _lines.Reader.WaitToReadAsync(cancellationToken) && _lines.Reader.TryRead(out var line) ? line : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _typing;
        _end.Dispose();
        _prompt.Close();
    }

    private async Task TypeAsync(ITerminal terminal)
    {
        try
        {
            while (await terminal.ReadKeyAsync(_end.Token) is var key && key is not { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control })
            {
                if (_prompt.Press(key) is { Length: > 0 } line)
                {
                    _lines.Writer.TryWrite(line);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ChannelClosedException)
        {
            // The session is over, or the terminal has gone.
        }

        _lines.Writer.TryComplete();
    }
}
