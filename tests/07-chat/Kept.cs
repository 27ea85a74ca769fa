namespace Workshop.Checks;

/// <summary>What is still in memory.</summary>
internal static class Kept
{
    // The newest may still stand in a register.
    private const int InRegisters = 2;

    /// <summary>Collects garbage, and counts what has stayed.</summary>
    /// <returns>0 for one or two as well.</returns>
    public static int Count(IEnumerable<WeakReference> objects)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return objects.Count(kept => kept.IsAlive) is > InRegisters and var count ? count : 0;
    }
}
