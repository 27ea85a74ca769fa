using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Workshop.Tests;

/// <summary>Settings with one property of each kind.</summary>
public sealed class ShopOptions
{
    [Description("How many bytes.")]
    [Range(1, long.MaxValue, ErrorMessage = "Shop:MaxBytes is below 1: give 'one' or more.")]
    public long MaxBytes { get; set; } = 10;

    public int Count { get; set; }

    public TimeSpan Timeout { get; set; }

    public DayOfWeek Day { get; set; }

    public string Name { get; set; } = "";

    public IReadOnlyDictionary<string, string> Tokens { get; set; } = new Dictionary<string, string>();
}
