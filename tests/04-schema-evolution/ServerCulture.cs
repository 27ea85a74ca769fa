using System.Globalization;

namespace Workshop.Checks;

/// <summary>The language of the machine on which the lab's server runs, until this is disposed.</summary>
/// <remarks>In Turkish, the small letter of I is ı. Where the system has no such language, nothing changes.</remarks>
internal sealed class ServerCulture : IDisposable
{
    private readonly CultureInfo? _before = CultureInfo.DefaultThreadCurrentCulture;

    public ServerCulture(string name)
    {
        try
        {
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
        }
    }

    public void Dispose() => CultureInfo.DefaultThreadCurrentCulture = _before;
}
