using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workshop.Runner.Files;
using Workshop.Runner.Grading;

namespace Workshop.Runner.Authoring;

/// <summary>Which known wrong answers of a lab were proved in this folder before, from the same content: nothing would come out otherwise.
/// </summary>
/// <remarks>It lies in <c>artifacts/mistakes/NN-name.json</c>: a hash for each mistake, of all that decides. Deleting the file proves all
/// again. A fresh clone has none.</remarks>
internal sealed class ProvedMistakes
{
    private readonly string _file;
    private readonly string _common;
    private readonly Dictionary<string, string> _proved;
    private readonly Lock _write = new();

    /// <param name="lab">The lab.</param>
    /// <param name="inputs">What its solution and its checks were built from.</param>
    public ProvedMistakes(AuthoredLab lab, BuildInputs inputs)
    {
        _file = lab.Workshop.PathOf("artifacts", "mistakes", $"{lab.Lab.Slug}.json");
        // This program judges, and the runtime decides what a check sees.
        _common = $"{inputs} {typeof(ProvedMistakes).Module.ModuleVersionId} {RuntimeInformation.FrameworkDescription} {HashOf(lab.SnapshotsFolder, "*.verified.*")}";
        _proved = Read(_file);
    }

    public bool Has(Mistake mistake) => _proved.GetValueOrDefault(mistake.Name) == HashOf(mistake);

    /// <summary>Remembers one that does what it says, at once: the run may be ended before its end.</summary>
    public void Add(Mistake mistake)
    {
        lock (_write)
        {
            _proved[mistake.Name] = HashOf(mistake);
            AtomicFile.Write(_file, JsonSerializer.Serialize(_proved, WrittenJson.Options));
        }
    }

    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) is { } read ? read : [];
        }
        catch (Exception problem) when (problem is JsonException or IOException)
        {
            return [];
        }
    }

    private string HashOf(Mistake mistake) => Hash($"{_common} {HashOf(mistake.Folder, "*")}");

    private static string HashOf(string folder, string pattern) =>
        Hash(string.Join('\n', AuthoredLab.FilesOf(folder, pattern).Select(file => $"{AuthoredLab.NameIn(folder, file)} {Hash(File.ReadAllText(file))}")));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
