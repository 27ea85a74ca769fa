using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>The names of an enum's values in JSON.</summary>
internal sealed class EnumNames
{
    private readonly EnumDescriptor _descriptor;
    private readonly Dictionary<int, JsonEncodedText> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public EnumNames(EnumDescriptor descriptor, bool removePrefix)
    {
        _descriptor = descriptor;
        var prefix = removePrefix ? PrefixOf(descriptor.Name) : "";
        foreach (var value in descriptor.Values)
        {
            var name = WithoutPrefix(value.Name, prefix);
            // Two names of one number: the first one is written. Two numbers of one shortened name: the first one is read.
            _names.TryAdd(value.Number, JsonEncodedText.Encode(name));
            _numbers.TryAdd(name, value.Number);
        }

        foreach (var value in descriptor.Values)
        {
            _numbers.TryAdd(value.Name, value.Number);
        }
    }

    public bool TryGetName(int number, out JsonEncodedText name) => _names.TryGetValue(number, out name);

    public bool IsDefined(int number) => _names.ContainsKey(number);

    /// <exception cref="InvalidRequestException">The enum has no such value.</exception>
    public int NumberOf(string name) => _numbers.TryGetValue(name, out var number)
        ? number
        : throw new InvalidRequestException($"The enum {_descriptor.FullName} has no value '{name}'.");

    // LogLevel: LOG_LEVEL_. What follows must still be a name.
    private static string PrefixOf(string enumName)
    {
        var prefix = new System.Text.StringBuilder();
        for (var index = 0; index < enumName.Length; index++)
        {
            var isWordStart = index > 0 && char.IsUpper(enumName[index]) && enumName[index - 1] != '_'
                && (!char.IsUpper(enumName[index - 1])
                    || (index + 1 < enumName.Length && char.IsLower(enumName[index + 1])));
            prefix.Append(isWordStart ? "_" : "").Append(char.ToUpperInvariant(enumName[index]));
        }

        return prefix.Append('_').ToString();
    }

    private static string WithoutPrefix(string name, string prefix) =>
        prefix.Length > 0 && name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)
        && !char.IsAsciiDigit(name[prefix.Length])
            ? name[prefix.Length..]
            : name;
}
