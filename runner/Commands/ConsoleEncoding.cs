using System.Text;

namespace Workshop.Runner.Commands;

/// <summary>UTF-8 on the console while the runner runs; afterwards what it was before.</summary>
internal sealed class ConsoleEncoding : IDisposable
{
    private readonly Encoding _before = Console.OutputEncoding;

    public ConsoleEncoding() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public void Dispose() => Console.OutputEncoding = _before;
}
