using System.Globalization;
using Workshop.Runner.Copies;
using Workshop.Runner.Files;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Upgrading;

/// <summary>Brings a workshop to the version of a package.</summary>
/// <remarks>
/// Whoever ends it at any moment leaves each file as it was or as it will be, and a copy of the package in
/// .workshop/upgrade/. The next upgrade uses that copy to do the rest. What came with the version before
/// (eng/given.txt) is renewed last, because every step is decided by it. While the copy is there, workshop.cs starts the runner
/// as it was built before: its sources may be of two versions.
/// </remarks>
internal sealed class UpgradeRun(WorkshopFolder workshop, TimeProvider time)
{
    /// <summary>What the name of a new version's file ends in where the student's own is kept. No build reads it.</summary>
    public const string Beside = ".new";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly PristineCopy _pristine = new(workshop);

    private string Folder => workshop.PathOf(".workshop", "upgrade");

    private string Package => Path.Combine(Folder, "package.nupkg");

    /// <summary>Whether an upgrade was broken off.</summary>
    public bool IsUnfinished => File.Exists(Package);

    /// <param name="file">The package; null to finish what was broken off.</param>
    /// <exception cref="WorkshopException">It cannot be done, or not be finished now.</exception>
    public UpgradeResult Do(string? file)
    {
        if (workshop.IsRepository)
        {
            throw WorkshopException.WrongUse(
                "This is the maintainers' repository, which git brings to another version. A workshop that was made from it can be upgraded.");
        }

        if (file is null && !IsUnfinished)
        {
            throw WorkshopException.WrongUse(
                $"Name the package of the new version: dotnet workshop.cs upgrade {WorkshopPackage.Id}.1.1.0.nupkg");
        }

        using var ours = FileLock.Take(workshop.PathOf(".workshop", "upgrade.lock"), Patience);
        if (!IsUnfinished)
        {
            return Bring(file!);
        }

        var another = file is not null && GivenFiles.HashOfBytesOrNull(file) != GivenFiles.HashOfBytes(Package);
        var finished = Bring(Package);
        return another ? Bring(file!) : finished;
    }

    private UpgradeResult Bring(string file)
    {
        using var scratch = new ScratchFolder(workshop.PathOf(".workshop", "upgrade.tmp"));
        var package = WorkshopPackage.Unpack(file, scratch.PathOf("files"));
        var before = WorkshopVersion.Read(workshop.PathOf(WorkshopVersion.Path));
        if (before > package.Version)
        {
            throw WorkshopException.WrongUse(
                $"{file} has version {package.Version}, and this workshop has {before} already: an upgrade goes to a newer version only. Nothing was changed.");
        }

        if (!File.Exists(workshop.PathOf(GivenFiles.Path)))
        {
            throw WorkshopException.WrongUse(
                $"{GivenFiles.Path} is missing, so nobody knows which files you changed. Make a new workshop with `dotnet new grpc-workshop`, "
                + "and copy your answers in labs/ and protos/ to it. Nothing was changed.");
        }

        var given = GivenFiles.Read(workshop.PathOf(GivenFiles.Path));
        var leftOut = LeftOut.Of(workshop, given.Keys, package);
        (package, given) = (leftOut.From(package), leftOut.Came(given, workshop, package));
        try
        {
            if (file != Package)
            {
                AtomicFile.Copy(file, Package);
            }

            var copies = workshop.PathOf(
                ".workshop", "backup", $"{time.GetLocalNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-to-{package.Version}.upgrade");
            var steps = new List<UpgradedFile>();
            foreach (var step in new UpgradePlan(workshop, package, given).Steps())
            {
                Do(step, package.Files.GetValueOrDefault(step.File), copies, scratch);
                steps.Add(step);
            }

            RenewPristine(package, given.Keys, scratch);
            Put(package.Files[GivenFiles.Path], workshop.PathOf(GivenFiles.Path), scratch);
            BusyFile.Retry(Package, () => File.Delete(Package));
            ScratchFolder.TryDelete(Folder);
            return new UpgradeResult(
                before?.ToString() ?? "an unknown version", package.Version.ToString(), steps, Directory.Exists(copies) ? workshop.Show(copies) : null);
        }
        catch (Exception problem) when (WorkshopException.IsOfFile(problem))
        {
            throw WorkshopException.Environment(
                $"The upgrade stopped before its end: {problem.Message}\nYour answers are as they were. Close the program that holds the file, "
                + "or see to it that you may write there. Then finish with: dotnet workshop.cs upgrade");
        }
    }

    private void Do(UpgradedFile step, string? next, string copies, ScratchFolder scratch)
    {
        var here = workshop.PathOf(step.File);
        switch (step.Step)
        {
            case UpgradeStep.Added:
                Put(next!, here, scratch);
                break;
            case UpgradeStep.Replaced or UpgradeStep.Overwritten:
                Put(here, Path.Combine(copies, step.File), scratch);
                Put(next!, here, scratch);
                break;
            case UpgradeStep.Beside when !FileContent.Same(next!, here + Beside):
                if (File.Exists(here + Beside))
                {
                    Put(here + Beside, Path.Combine(copies, step.File + Beside), scratch);
                }

                Put(next!, here + Beside, scratch);
                break;
            case UpgradeStep.Removed:
                Put(here, Path.Combine(copies, step.File), scratch);
                Remove(here);
                break;
            default:
                break;
        }
    }

    // What a student changed and the new version has no more stays there for reset.
    private void RenewPristine(WorkshopPackage package, IEnumerable<string> before, ScratchFolder scratch)
    {
        foreach (var (file, unpacked) in package.Files.Where(file => PristineCopy.Keeps(file.Key)))
        {
            if (!File.Exists(_pristine.FileOf(file)) || GivenFiles.HashOfBytes(_pristine.FileOf(file)) != GivenFiles.HashOfBytes(unpacked))
            {
                Put(unpacked, _pristine.FileOf(file), scratch);
            }
        }

        foreach (var file in before.Where(file => PristineCopy.Keeps(file) && !package.Files.ContainsKey(file)
            && !File.Exists(workshop.PathOf(file)) && File.Exists(_pristine.FileOf(file))))
        {
            Remove(_pristine.FileOf(file));
        }
    }

    // Written elsewhere and moved, so that nothing half-written is ever in its place or beside it.
    private static void Put(string from, string to, ScratchFolder scratch)
    {
        var next = scratch.PathOf("next");
        BusyFile.Retry(from, () => File.Copy(from, next, overwrite: true));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        BusyFile.Retry(to, () => File.Move(next, to, overwrite: true));
    }

    // With the folders that are empty then.
    private void Remove(string file)
    {
        BusyFile.Retry(file, () => File.Delete(file));
        for (var folder = Path.GetDirectoryName(file)!;
            folder.Length > workshop.Root.Length && !Directory.EnumerateFileSystemEntries(folder).Any();
            folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }
}
