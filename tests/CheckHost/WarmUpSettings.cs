using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Workshop.CheckHost;

/// <summary>Settings of the kinds that labs have.</summary>
internal sealed class WarmUpSettings
{
    [Description("A number.")]
    [Range(1, 10)]
    public int Number { get; init; } = 1;

    [Description("A time.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(1);
}
