namespace Workshop.Chat;

/// <summary>A program that writes lines to the client, or reads its lines.</summary>
internal sealed class PlainUser(TextReader input, TextWriter output) : IUser
{
    private readonly Lock _lock = new();
    private Task<string?>? _next;

    public EventLines Lines { get; } = new(isColoured: false);

    public void Show(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
        }
    }

    public async Task<string?> NextLineAsync(CancellationToken cancellationToken)
    {
        // Standard input blocks its thread. The line that a cancelled wait would have got is the next one's.
        _next ??= Task.Run(input.ReadLine, CancellationToken.None);
        var line = await _next.WaitAsync(cancellationToken);
        _next = null;
        return line;
    }
}
