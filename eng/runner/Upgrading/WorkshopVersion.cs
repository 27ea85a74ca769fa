using System.Xml;
using System.Xml.Linq;

namespace Workshop.Runner.Upgrading;

/// <summary>The version of a tree: in the root's Directory.Build.props, which a workshop and a package both have.</summary>
internal static class WorkshopVersion
{
    public const string Path = "Directory.Build.props";

    /// <summary>Such as 1.0.0; what follows a hyphen is left out. Null where there is none.</summary>
    /// <param name="file">The tree's Directory.Build.props.</param>
    public static Version? Read(string file)
    {
        try
        {
            var text = File.Exists(file) ? XDocument.Load(file).Descendants("Version").FirstOrDefault()?.Value : null;
            return Version.TryParse(text?.Trim().Split('-')[0], out var version) ? version : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
