using System.Text;

namespace Workshop.Hello;

/// <summary>Sets the console to UTF-8 while the program runs, and restores its encoding at the end.</summary>
/// <remarks>A name may have letters of any script. A Windows console that is not UTF-8 shows <c>?</c> for most of them.</remarks>
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
