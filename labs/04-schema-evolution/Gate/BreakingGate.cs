using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>Compares two releases of a contract, by rules that <c>buf breaking</c> has under the same ids.</summary>
/// <remarks>Source of rules and categories: https://buf.build/docs/breaking/rules/</remarks>
public static class BreakingGate
{
    private static readonly Rule[] Rules =
    [
        .. FileAndMessageRules.All, .. EnumAndServiceRules.All, .. GivenFieldRules.All,
        Rule.OnDeletedFields("FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED", Category.WireJson | Category.Wire, FieldRules.IsDeletedWithoutItsNumber,
            field => $"Reserve its number: reserved {field.Before.Number};"),
        Rule.OnDeletedFields("FIELD_NO_DELETE_UNLESS_NAME_RESERVED", Category.WireJson, FieldRules.IsDeletedWithoutItsName,
            field => $"Reserve its name: reserved \"{field.Before.Name}\";"),
        Rule.OnFields("FIELD_SAME_NAME", Rule.Json, FieldRules.IsRenamed, field => $"is called {field.After!.Name} now.",
            "Was it renamed? Keep the name. Is it another field? Give that one a new number."),
        Rule.OnFields("FIELD_WIRE_COMPATIBLE_TYPE", Category.Wire, field => !TypeRules.AreWireCompatible(field.Before, field.After!), GivenFieldRules.Types,
            "Add a field with a new number instead, and reserve the old one."),
    ];

    /// <summary>Finds what the new release does that its users cannot live with.</summary>
    /// <param name="before">The release that is out there.</param>
    /// <param name="after">The next one.</param>
    /// <param name="category">What must not break.</param>
    /// <returns>The findings, in the order of the rules.</returns>
    public static IReadOnlyList<Finding> Compare(FileDescriptorSet before, FileDescriptorSet after, Category category)
    {
        var comparison = new Comparison(new Contract(before), new Contract(after));
        return [.. Rules.Where(rule => rule.Categories.HasFlag(category)).SelectMany(rule => rule.Find(comparison)
            .Select(found => new Finding(rule.Id, found.File, found.Element, found.Problem, found.Remedy)))];
    }
}
