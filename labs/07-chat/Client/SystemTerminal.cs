using System.Threading.Channels;

namespace Workshop.Chat;

/// <summary>The console, when input and output are a terminal.</summary>
internal sealed class SystemTerminal : ITerminal
{
    private const int UsualWidth = 80;

    // Who pastes a book waits for the server.
    private readonly Channel<ConsoleKeyInfo> _keys = Channel.CreateBounded<ConsoleKeyInfo>(10_000);

    private SystemTerminal()
    {
        // ReadKey waits on its thread and knows no cancellation. A background thread does not keep the process alive.
        new Thread(ReadKeys) { IsBackground = true }.Start();
    }

    public int Width
    {
        get
        {
            // Some terminals say 0, and a console may go away.
            try
            {
                return Console.WindowWidth is var width && width > 0 ? width : UsualWidth;
            }
            catch (IOException)
            {
                return UsualWidth;
            }
        }
    }

    // NO_COLOR: https://no-color.org.
    public bool IsColoured { get; } = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Null when something is redirected: then a program reads along, and wants plain lines.</summary>
    public static SystemTerminal? Open() =>
        Console.IsInputRedirected || Console.IsOutputRedirected ? null : new SystemTerminal();

    public void Write(string text) => Console.Out.Write(text);

    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken) => _keys.Reader.ReadAsync(cancellationToken).AsTask();

    private void ReadKeys()
    {
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                // It waits while keys wait: this thread is the keyboard's alone.
                _keys.Writer.WriteAsync(key).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException)
        {
            // The terminal has gone.
            _keys.Writer.TryComplete();
        }
    }
}
