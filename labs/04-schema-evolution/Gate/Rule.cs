namespace Workshop.Evolution.Gate;

/// <summary>Something that a contract must not do from one release to the next.</summary>
/// <param name="Id">As <c>buf breaking</c> calls it.</param>
/// <param name="Categories">The categories that have it.</param>
/// <param name="Find">Where it is broken.</param>
internal sealed record Rule(string Id, Category Categories, Func<Comparison, IEnumerable<Violation>> Find)
{
    public const Category All = Category.File | Category.Package | Category.WireJson | Category.Wire;

    /// <summary>All that also look at JSON.</summary>
    public const Category Json = Category.File | Category.Package | Category.WireJson;

    /// <summary>All that also look at generated code.</summary>
    public const Category Source = Category.File | Category.Package;

    /// <summary>A rule about a field that both releases have, by its number.</summary>
    public static Rule OnFields(string id, Category categories, Func<FieldChange, bool> isBroken, Func<FieldChange, string> problem, string remedy) =>
        new(id, categories, comparison => comparison.KeptFields().Where(isBroken)
            .Select(field => new Violation(field.File, field.Element, problem(field), remedy)));

    /// <summary>A rule about fields whose number the new release does not have.</summary>
    public static Rule OnDeletedFields(string id, Category categories, Func<FieldChange, bool> isBroken, Func<FieldChange, string> remedy) =>
        new(id, categories, comparison => comparison.DeletedFields().Where(isBroken)
            .Select(field => new Violation(field.File, field.Element, "is deleted.", remedy(field))));
}

/// <summary>A place where a rule is broken.</summary>
internal readonly record struct Violation(string File, string Element, string Problem, string Remedy);
