using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workshop.CheckHost;

/// <summary>What the runner asks for on standard input, until that ends. Then this process ends too, whatever it is doing: the runner
/// has ended, perhaps by force.</summary>
internal sealed class RunRequests
{
    private readonly BlockingCollection<RunRequest> _requests = [];

    private readonly Stream _input = Console.OpenStandardInput();

    public RunRequests()
    {
        // What is read there is the runner's, not a lab's.
        Console.SetIn(TextReader.Null);
        new Thread(Read) { IsBackground = true }.Start();
    }

    public IEnumerable<RunRequest> ReadAll() => _requests.GetConsumingEnumerable();

    private void Read()
    {
        using var reader = new StreamReader(_input);
        while (reader.ReadLine() is { } line)
        {
            _requests.Add(RunRequest.Read(line));
        }

        // Not Exit: that waits for code which may hang.
        Process.GetCurrentProcess().Kill();
    }
}
