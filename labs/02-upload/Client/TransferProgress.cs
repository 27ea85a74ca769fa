using System.Diagnostics;
using System.Globalization;

namespace Workshop.Upload;

/// <summary>Shows the progress of a transfer on one line of a terminal. Shows nothing when the output is not a terminal.</summary>
internal sealed class TransferProgress(TextWriter error, long size)
{
    private const int BarWidth = 30;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly bool _isWatched = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private TimeSpan _shown;

    /// <param name="bytes">How much has been transferred so far.</param>
    public void Report(long bytes)
    {
        if (!_isWatched || _watch.Elapsed - _shown < Interval)
        {
            return;
        }

        _shown = _watch.Elapsed;
        var share = size == 0 ? 1 : (double)bytes / size;
        var bar = new string('#', (int)(share * BarWidth)).PadRight(BarWidth, '.');
        var speed = bytes / _shown.TotalSeconds / 1024 / 1024;
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{bar}] {share,4:P0}  {speed,7:0.0} MiB/s "));
    }

    /// <summary>Removes the line.</summary>
    public void End()
    {
        if (_shown > TimeSpan.Zero)
        {
            error.Write($"\r{new string(' ', BarWidth + 24)}\r");
            _shown = TimeSpan.Zero;
        }
    }
}
