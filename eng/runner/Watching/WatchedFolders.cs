using Workshop.Runner.Labs;

namespace Workshop.Runner.Watching;

/// <summary>The folders in which a student edits.</summary>
internal static class WatchedFolders
{
    public static IEnumerable<string> Of(WorkshopFolder workshop)
    {
        string[] folders = workshop.DefaultGrade is Grade.Solutions ? ["labs", "protos", "solutions"] : ["labs", "protos"];
        return folders.Where(folder => Directory.Exists(workshop.PathOf(folder)));
    }
}
