using System.Globalization;

namespace VerifyTests;

/// <summary>The values that need no serializer.</summary>
internal static class SimpleValue
{
    public static bool IsBuiltIn(object? value) =>
        value is null or string or char or bool or Enum
            or sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128
            or Half or float or double or decimal
            or Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan;

    public static string? ToText(object? value) => value switch
    {
        null => null,
        string text => text,
        // The official package scrubs these, unlike a number.
        Guid or DateTime or DateTimeOffset or DateOnly or TimeOnly => throw Unsupported(value),
        IFormattable or bool or char when IsBuiltIn(value) => Convert.ToString(value, CultureInfo.InvariantCulture),
        System.Text.StringBuilder builder => builder.ToString(),
        _ => throw Unsupported(value),
    };

    private static NotSupportedException Unsupported(object value) =>
        new($"Verify got a {value.GetType().Name}, and this stand-in for Verify.XunitV3 verifies text and numbers only. "
            + "Turn the value into text first, for example with JsonSerializer.Serialize, and verify the text.");
}
