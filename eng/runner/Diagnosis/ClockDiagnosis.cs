using System.Globalization;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether this machine's clock agrees with the time that the workshop's files get, and is not in the past.</summary>
/// <remarks>A build compares the times of files. A package source with TLS refuses a clock that is far off.</remarks>
internal static class ClockDiagnosis
{
    private const string Subject = "Clock";

    // FAT keeps even seconds only.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    public static Finding Examine(WorkshopFolder workshop)
    {
        var file = workshop.PathOf("artifacts", $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "");
            var written = File.GetLastWriteTimeUtc(file);
            File.Delete(file);
            return Compare(DateTime.UtcNow, written, File.GetLastWriteTimeUtc(typeof(ClockDiagnosis).Assembly.Location));
        }
        catch (Exception exception) when (WorkshopException.IsOfFile(exception))
        {
            return Finding.Note(Subject, "not looked at: no file could be written", "Fix the write access first.");
        }
    }

    /// <param name="now">What the clock says, in UTC.</param>
    /// <param name="written">The time that a file got which was written just now, in UTC.</param>
    /// <param name="built">When this program was built, in UTC.</param>
    public static Finding Compare(DateTime now, DateTime written, DateTime built)
    {
        if ((written - now).Duration() > Tolerance)
        {
            return Finding.Problem(
                Subject,
                $"a file written here gets a time that is {(written - now).TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture)} s off: builds would miss changes",
                "Set the clocks of this machine and of its file server, or copy the workshop to a local disk.");
        }

        return now < built - Tolerance
            ? Finding.Problem(
                Subject,
                FormattableString.Invariant($"it says {now:yyyy-MM-dd HH:mm} UTC, and this program was built after that"),
                "Set the clock: package sources refuse a connection when the clock is wrong.")
            : Finding.Ok(Subject, FormattableString.Invariant($"{now:yyyy-MM-dd HH:mm} UTC, as for files"));
    }
}
