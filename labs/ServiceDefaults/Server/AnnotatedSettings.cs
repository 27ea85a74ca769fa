using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Workshop.ServiceDefaults;

/// <summary>Checks settings by the data annotations of their class, one server after the other.</summary>
/// <remarks>What <c>ValidateDataAnnotations()</c> does, and safe where several servers start in one process, as tests do: all of them
/// share the attributes, and a <see cref="RangeAttribute"/> of times throws <see cref="InvalidCastException"/> when two threads ask it
/// for the first time (https://github.com/dotnet/runtime/issues/1143).</remarks>
/// <typeparam name="TSettings">The class.</typeparam>
/// <param name="name">The name of the options.</param>
internal sealed class AnnotatedSettings<TSettings>(string name) : IValidateOptions<TSettings>
    where TSettings : class
{
    private static readonly Lock Turn = new();

    private readonly DataAnnotationValidateOptions<TSettings> _annotations = new(name);

    public ValidateOptionsResult Validate(string? name, TSettings options)
    {
        lock (Turn)
        {
            return _annotations.Validate(name, options);
        }
    }
}
