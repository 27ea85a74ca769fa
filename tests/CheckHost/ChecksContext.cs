using System.Reflection;
using System.Runtime.Loader;

namespace Workshop.CheckHost;

/// <summary>Loads the checks and the graded program from the folder of one run, and all else from this program's own folder.</summary>
/// <remarks>Nothing is loaded that a build writes: on Windows, a loaded file cannot be replaced.</remarks>
internal sealed class ChecksContext(string folder) : AssemblyLoadContext($"checks in {folder}")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Path.Combine(folder, $"{assemblyName.Name}.dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
}
