using Workshop.Evolution.Gate;

namespace Workshop.Evolution;

/// <summary>Rules of the gate about fields that are gone, or are called something else.</summary>
internal static class FieldRules
{
    /// <summary>Whether the number of a deleted field can be used again.</summary>
    /// <remarks>The end of a reserved range is the first number after it.</remarks>
    public static bool IsDeletedWithoutItsNumber(FieldChange field) =>
        !field.Message.ReservedRange.Any(range => range.Start <= field.Before.Number && field.Before.Number < range.End);

    /// <summary>Whether the name of a deleted field can be used again.</summary>
    public static bool IsDeletedWithoutItsName(FieldChange field) => !field.Message.ReservedName.Contains(field.Before.Name);

    /// <summary>Whether a number has another name than it had: a field that was renamed, or another field.</summary>
    public static bool IsRenamed(FieldChange field) => field.Before.Name != field.After!.Name;
}
