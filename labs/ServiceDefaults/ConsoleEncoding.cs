using System.Text;

namespace Workshop.ServiceDefaults;

/// <summary>Sets the console to UTF-8 while the program runs, and restores its encoding at the end.</summary>
/// <remarks>Names and log messages may have letters of any script. A Windows console that is not UTF-8 shows <c>?</c> for
/// most of them.</remarks>
public sealed class ConsoleEncoding : IDisposable
{
    private readonly Encoding _before = Console.OutputEncoding;

    /// <summary>Sets the console to UTF-8.</summary>
    public ConsoleEncoding() => Set(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Restores the console's encoding.</summary>
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
