using Workshop.Harness;
using Workshop.Upload;
using static Workshop.Checks.Messages;

namespace Workshop.Checks;

/// <summary>Runs the commands of the lab's client.</summary>
internal static class ClientCommands
{
    public static string MakeFile(LabCheck check, string name, int size)
    {
        var path = Path.Combine(check.MakeFolder(), name);
        File.WriteAllBytes(path, Content(size));
        return path;
    }

    public static Task SendAsync(LabCheck check, string server, string path, params string[] args) => RunAsync(
        check, $"send {Path.GetFileName(path)}", ["send", path], ["--server", server, .. args]);

    public static Task RunAsync(LabCheck check, string shown, string[] command, params string[] args) => check.RunAsync(
        (options, output, error) => UploadCommandLine.RunAsync([.. command, .. options], output, error), shown, args);
}
