using Workshop.Runner.Labs;

namespace Workshop.Runner.Creation;

/// <summary>The folder for a new workshop.</summary>
internal static class TargetFolder
{
    /// <param name="source">The repository that makes the workshop.</param>
    /// <param name="folder">The folder as it was typed, relative to where the command was typed.</param>
    /// <returns>Its full path. It does not exist, or is empty.</returns>
    /// <exception cref="WorkshopException">No workshop can be made there.</exception>
    public static string Accept(WorkshopFolder source, string folder)
    {
        var path = Path.GetFullPath(folder);
        if (File.Exists(path))
        {
            throw WorkshopException.WrongUse($"{folder} is a file. Name a folder that does not exist yet, or an empty one.");
        }

        if (!Path.GetRelativePath(source.Root, path).StartsWith("..", StringComparison.Ordinal) && !OtherDrive(source, path))
        {
            throw WorkshopException.WrongUse(
                $"{folder} lies inside this repository, which it is made from. Name a folder beside it, such as ../my-workshop.");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw WorkshopException.WrongUse(
                $"{folder} is not empty, and no file in it will be overwritten. Name a folder that does not exist yet, or an empty one.");
        }

        return path;
    }

    private static bool OtherDrive(WorkshopFolder source, string path) =>
        Path.IsPathRooted(Path.GetRelativePath(source.Root, path));
}
