using System.ComponentModel;

namespace Workshop.ServiceDefaults;

/// <summary>Which types of a settings class are read from one value, and which from the keys below it.</summary>
internal static class SettingTypes
{
    /// <summary>Whether a type is read from one text, such as a number, and not from keys, such as a dictionary.</summary>
    /// <remarks>The configuration binder decides by the same question.</remarks>
    public static bool IsOneValue(Type type) => TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));
}
