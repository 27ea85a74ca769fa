using System.Buffers;
using System.Globalization;
using System.Reflection;

namespace VerifyTests;

/// <summary>What a snapshot's file name is made of.</summary>
internal static class FileNameParts
{
    // The same characters on every system, so that a snapshot has one name: those that Windows refuses.
    private static readonly SearchValues<char> InvalidCharacters =
        SearchValues.Create([.. "\"<>|:*?\\/", .. Enumerable.Range(0, 32).Select(code => (char)code)]);

    public static void ThrowIfInvalid(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.AsSpan().ContainsAny(InvalidCharacters))
        {
            throw new ArgumentException(
                $"\"{name}\" has a character that a file name cannot have on every system. Use letters, digits, "
                + "dots, dashes and underscores.",
                nameof(name));
        }
    }

    /// <summary>A nested class has the name of its outer class before its own.</summary>
    public static string Of(Type type) =>
        Clean(type.DeclaringType is { } outer ? $"{Of(outer)}.{type.Name}" : type.Name);

    /// <summary>Gives <c>_name=value</c> for each value, or nothing.</summary>
    public static string Of(MethodInfo method, object?[] values)
    {
        var names = method.GetParameters();
        if (values.Length > names.Length)
        {
            throw new InvalidOperationException(
                $"UseParameters got {values.Length} values, but {method.Name} has {names.Length} parameters. "
                + "Give one value for each parameter, or for the first few.");
        }

        return string.Concat(values.Select((value, i) => $"_{names[i].Name}={Clean(ToText(value))}"));
    }

    private static string ToText(object? value) => value switch
    {
        null => "null",
        DateTime time => time.ToString("yyyy-MM-ddTHH-mm-ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH-mm-ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };

    private static string Clean(string name) =>
        string.Concat(name.Select(character => InvalidCharacters.Contains(character) ? '-' : character));
}
