using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Workshop.ServiceDefaults;

/// <summary>Refuses a key of a configuration section that the section's class does not have.</summary>
internal sealed class KnownKeys<TSettings>(IConfigurationSection section) : IValidateOptions<TSettings>
    where TSettings : class
{
    public ValidateOptionsResult Validate(string? name, TSettings options)
    {
        string[] known = [.. typeof(TSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];
        string[] unknown = [.. section.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase)];
        return unknown.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(unknown.Select(key =>
                $"There is no setting {section.Key}:{key}. Did you mean {section.Key}:{Spelling.Nearest(key, known)}?"));
    }
}
