using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Workshop.ServiceDefaults;

/// <summary>Refuses what the binder would pass over without a word: a key that the class does not have, keys below one value,
/// and one value where keys belong.</summary>
/// <remarks>The binder's own <c>ErrorOnUnknownConfiguration</c> finds only the first of these, and suggests nothing.</remarks>
internal sealed class KnownKeys<TSettings>(IConfigurationSection section) : IValidateOptions<TSettings>
    where TSettings : class
{
    public ValidateOptionsResult Validate(string? name, TSettings options)
    {
        var known = typeof(TSettings).GetProperties().Where(property => property.CanWrite)
            .ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        string[] problems = [.. section.GetChildren().Select(child => Problem(child, known)).OfType<string>()];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // Without the value: it may be a secret in the wrong place.
    private static string? Problem(IConfigurationSection child, Dictionary<string, Type> known) =>
        !known.TryGetValue(child.Key, out var type)
            ? $"There is no setting {child.Path}. Did you mean {ConfigurationPath.GetParentPath(child.Path)}:{Spelling.Nearest(child.Key, known.Keys)}?"
        : SettingTypes.IsOneValue(type) && child.GetChildren().FirstOrDefault() is { } below
            ? $"There is no setting {below.Path}: {child.Path} is one value."
        : !SettingTypes.IsOneValue(type) && child.Value is not null
            ? $"{child.Path} is not one value: give a name with each, as {child.Path}:NAME."
        : null;
}
