namespace Workshop.Bench;

/// <summary>Measures several things in turns.</summary>
internal static class Turns
{
    /// <summary>Measures each thing once per round, after a round to warm up. In turns, so that other work
    /// of the machine affects all of them. Every other round runs backwards, because each thing affects the next one: a busy
    /// disk, a warm processor.</summary>
    /// <param name="things">How many things there are.</param>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="measure">Measures the thing of that number, counted from 0.</param>
    /// <returns>For each thing what was measured, a value per round.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<T>>> TakeAsync<T>(int things, int rounds, Func<int, Task<T>> measure)
    {
        var measured = Enumerable.Range(0, things).Select(_ => new List<T>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            var forwards = Enumerable.Range(0, things);
            foreach (var thing in round % 2 == 0 ? forwards : forwards.Reverse())
            {
                var one = await measure(thing);
                if (round >= 0)
                {
                    measured[thing].Add(one);
                }
            }
        }

        return measured;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
