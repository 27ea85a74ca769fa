using System.Globalization;
using Workshop.Logs.V1;

namespace Workshop.Checks;

/// <summary>Carries out a <see cref="Plan"/>, and looks at what every follower got.</summary>
internal static class PlanRun
{
    private const string End = "end";

    /// <returns>What is wrong, in words; null when nothing is.</returns>
    public static async Task<string?> ProblemAsync(Tailing tail, string source, Plan plan)
    {
        if (plan.Kept > 0)
        {
            await tail.WriteAsync(source, "kept", count: plan.Kept);
        }

        var writers = Task.WhenAll(WriteAsync("a"), WriteAsync("b"));
        var followers = Enumerable.Range(0, plan.Followers).Select(_ => FollowAsync()).ToArray();
        await writers;
        await tail.WriteAsync(source, End);
        var total = plan.Kept + (2 * plan.Bursts.Sum(burst => burst > 1 ? burst : 1)) + 1;
        foreach (var messages in await Task.WhenAll(followers))
        {
            if (Problem(messages, total) is { } problem)
            {
                return problem;
            }
        }

        return null;

        async Task WriteAsync(string writer)
        {
            foreach (var (index, burst) in plan.Bursts.Index())
            {
                await tail.WriteAsync(source, $"{writer}{index}", count: burst);
                await tail.WriteAsync("Other", "not for them");
            }
        }

        async Task<IReadOnlyList<StreamLogsResponse>> FollowAsync()
        {
            using var following = tail.Follow(new StreamLogsRequest { SourcePrefix = source });
            await following.UntilTextAsync(End);
            return following.Messages;
        }
    }

    private static string? Problem(IReadOnlyList<StreamLogsResponse> messages, int total)
    {
        var entries = messages.Where(message => message.Entry is not null).ToArray();
        var missed = messages.Sum(message => message.Gap?.Dropped ?? 0);
        var places = entries.Select(message => long.Parse(message.Cursor.Split('.')[^1], CultureInfo.InvariantCulture)).ToArray();
        return places.Zip(places.Skip(1)).Any(pair => pair.First >= pair.Second) ? "entries came twice, or not in their order"
            : entries.Length + missed != total ? $"{entries.Length} entries came and {missed} were counted as missed, of {total}"
            // None is right as well: when the last entry was among the stored ones, nothing more was read.
            : messages.Count(message => message.CaughtUp is not null) > 1 ? "caught up came twice"
            : null;
    }
}
