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

    /// <summary>Gives <c>_name=value</c> for each argument, or nothing.</summary>
    public static string Of(MethodInfo method, object?[] arguments) => string.Concat(method.GetParameters()
        .Zip(arguments, (parameter, argument) => $"_{parameter.Name}={Clean(ToText(method, argument))}"));

    private static string ToText(MethodInfo method, object? argument) => argument switch
    {
        null => "null",
        string or char or bool or Enum
            or sbyte or byte or short or ushort or int or uint or long or ulong
            or float or double or decimal or Guid => Convert.ToString(argument, CultureInfo.InvariantCulture)!,
        _ => throw new NotSupportedException(
            $"{method.Name} has an argument of type {argument.GetType().Name}, and this stand-in for Verify.XunitV3 makes "
            + "file names from texts, numbers, truth values, enums and GUIDs alone. Call UseFileName."),
    };

    private static string Clean(string name) =>
        string.Concat(name.Select(character => InvalidCharacters.Contains(character) ? '-' : character));
}
