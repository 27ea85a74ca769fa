using Workshop.Runner.Authoring;
using Xunit;

namespace Workshop.Tests.Authoring;

/// <summary>Plants a defect into a flawless lab.</summary>
internal static class PlantedDefect
{
    public static IReadOnlyList<Defect> Find(Action<AuthoredFixture> plant)
    {
        using var lab = new AuthoredFixture();
        plant(lab);
        return lab.FindInTexts();
    }

    public static void AssertDefect(Action<AuthoredFixture> plant, string file, string rule)
    {
        var defect = Assert.Single(Find(plant));

        Assert.Equal(file, defect.File);
        Assert.Contains(rule, defect.Rule, StringComparison.Ordinal);
    }
}
