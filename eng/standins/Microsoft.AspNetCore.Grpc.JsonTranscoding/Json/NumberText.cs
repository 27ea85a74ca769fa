using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>Numbers as text: in a JSON string, a map's key, a path or a query.</summary>
internal static class NumberText
{
    private const NumberStyles Integer = NumberStyles.AllowLeadingSign;
    private const NumberStyles Real = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowExponent;

    public static bool TryParse(string text, ValueKind kind, [NotNullWhen(true)] out object? value)
    {
        var culture = CultureInfo.InvariantCulture;
        value = kind switch
        {
            ValueKind.Int32 when int.TryParse(text, Integer, culture, out var number) => (object)number,
            ValueKind.UInt32 when uint.TryParse(text, Integer, culture, out var number) => number,
            ValueKind.Int64 when long.TryParse(text, Integer, culture, out var number) => number,
            ValueKind.UInt64 when ulong.TryParse(text, Integer, culture, out var number) => number,
            ValueKind.Float when float.TryParse(text, Real, culture, out var number) && IsMeant(text, float.IsFinite(number)) => number,
            ValueKind.Double when double.TryParse(text, Real, culture, out var number) && IsMeant(text, double.IsFinite(number)) => number,
            _ => null,
        };
        return value is not null;
    }

    // 1e999 is no number of the type. These three names are.
    private static bool IsMeant(string text, bool isFinite) => isFinite || text is "NaN" or "Infinity" or "-Infinity";
}
