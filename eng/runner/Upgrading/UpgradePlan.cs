using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Upgrading;

/// <summary>What to do with each file: it compares the file as it came, as it is, and as the new version has it.</summary>
/// <remarks>What is done already needs nothing: so an upgrade that was broken off is finished by doing it again.</remarks>
internal sealed class UpgradePlan(WorkshopFolder workshop, WorkshopPackage package, IReadOnlyDictionary<string, string> given)
{
    // In these, a file that was changed is an answer. Elsewhere, the new version's is needed, so that all fits together.
    private static readonly string[] Students = ["labs/", "protos/"];

    // Last: until then, the commands are those of the old version.
    private static readonly string[] Runner = ["eng/runner/", "eng/wire/", "Directory.", "workshop.cs"];

    /// <summary>The steps, in order. Each is decided when it is asked for, so that a file which is saved meanwhile counts.</summary>
    public IEnumerable<UpgradedFile> Steps() => given.Keys
        .Where(file => package.Sources.PlaceOf(file) is not null)
        .Union(package.Files.Keys, FolderCopy.NameComparer)
        .Where(file => file != GivenFiles.Path)
        .OrderBy(file => Array.FindIndex(Runner, start => file.StartsWith(start, StringComparison.Ordinal)))
        .ThenBy(file => file, StringComparer.Ordinal)
        .ToArray()
        .Select(file => (File: file, Step: StepFor(file)))
        .Where(file => file.Step is not null)
        .Select(file => new UpgradedFile(file.File, file.Step!.Value));

    private UpgradeStep? StepFor(string file)
    {
        var came = given.GetValueOrDefault(file);
        var here = GivenFiles.HashOf(workshop.PathOf(file));
        var next = package.Files.TryGetValue(file, out var unpacked) ? GivenFiles.HashOf(unpacked) : null;
        var students = Students.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));
        if (here == next)
        {
            return null;
        }

        if (next is null)
        {
            return here == came ? UpgradeStep.Removed : came is not null ? UpgradeStep.Left : null;
        }

        if (here is null)
        {
            // A file that a student deleted may be needed no more: what was in it may be in another one.
            return came is null || !students ? UpgradeStep.Added : came == next ? null : UpgradeStep.Beside;
        }

        return here == came ? UpgradeStep.Replaced
            : came == next ? (FileContent.Same(workshop.PathOf($"{file}{UpgradeRun.Beside}"), unpacked!) ? UpgradeStep.Beside : UpgradeStep.Kept)
            : students ? UpgradeStep.Beside
            : UpgradeStep.Overwritten;
    }
}
