namespace Workshop.Bench.Contrast;

/// <summary>One row of the table: the medians of its rounds.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Call">Which call.</param>
/// <param name="AtOnce">How many calls run at the same time.</param>
/// <param name="PerSecond">Calls per second, of all together.</param>
/// <param name="Middle">How long a call takes: half of the calls take less, in milliseconds.</param>
/// <param name="Slow">99 of 100 calls take less, in milliseconds.</param>
/// <param name="ProcessorSeconds">Of the server, for 100,000 calls.</param>
internal sealed record ContrastResult(
    ContrastKind Kind, string Call, int AtOnce, double PerSecond, double Middle, double Slow, double ProcessorSeconds)
{
    public const string Get = "GetFile";
    public const string List = "ListFiles";

    public static ContrastResult Median(IReadOnlyCollection<ContrastResult> rounds) => rounds.First() with
    {
        PerSecond = Turns.Median(rounds.Select(round => round.PerSecond)),
        Middle = Turns.Median(rounds.Select(round => round.Middle)),
        Slow = Turns.Median(rounds.Select(round => round.Slow)),
        ProcessorSeconds = Turns.Median(rounds.Select(round => round.ProcessorSeconds)),
    };
}
