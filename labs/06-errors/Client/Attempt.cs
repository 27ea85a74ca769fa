namespace Workshop.Errors;

/// <summary>One call of those that a client makes for one purpose.</summary>
/// <param name="Number">Which of them it is, from 1.</param>
/// <param name="IsIdempotent">Whether making the call twice does the same as making it once, such as a read. Creating is
/// not.</param>
internal readonly record struct Attempt(int Number, bool IsIdempotent)
{
    /// <summary>How many calls a client makes for one purpose: 4.</summary>
    public const int Most = 4;

    /// <summary>The longest time that a client waits before another call: 30 s.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(30);
}
