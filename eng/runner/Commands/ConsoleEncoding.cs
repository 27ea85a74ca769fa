using System.Text;

namespace Workshop.Runner.Commands;

/// <summary>UTF-8 on the console while the runner runs; afterwards what it was before.</summary>
internal sealed class ConsoleEncoding : IDisposable
{
    private readonly Encoding _before = Console.OutputEncoding;

    public ConsoleEncoding() => Set(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public void Dispose() => Set(_before);

    // A process may have no console, or one that knows no other encoding.
    private static void Set(Encoding encoding)
    {
        try
        {
            Console.OutputEncoding = encoding;
        }
        catch (IOException)
        {
        }
    }
}
