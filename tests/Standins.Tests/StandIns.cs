using System.Reflection;

namespace Workshop.Standins.Tests;

/// <summary>Which packages this build stands in for.</summary>
internal static class StandIns
{
    private static readonly string InUse = typeof(StandIns).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "StoodIn").Value!;

    /// <summary>Skips a test that tells something of the stand-in alone, where the sources have the package.</summary>
    public static void SkipUnlessInUse(string packageId) => Assert.SkipUnless(
        InUse.Contains($";{packageId};", StringComparison.Ordinal),
        $"The package sources have {packageId}: its stand-in is not in use.");
}
