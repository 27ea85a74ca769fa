using System.Text;

namespace Workshop.ServiceDefaults;

/// <summary>UTF-8 on the console while the program runs; afterwards what it was before.</summary>
/// <remarks>Names and log messages may have letters of any script. A Windows console that is not UTF-8 shows <c>?</c> for
/// most of them.</remarks>
public sealed class ConsoleEncoding : IDisposable
{
    private readonly Encoding _before = Console.OutputEncoding;

    /// <summary>Begins.</summary>
    public ConsoleEncoding() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Gives the console its encoding back.</summary>
    public void Dispose() => Console.OutputEncoding = _before;
}
