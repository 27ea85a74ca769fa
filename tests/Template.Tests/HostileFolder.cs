namespace Workshop.Tests;

/// <summary>A folder whose build files would break every project below it that takes them for its own.</summary>
internal static class HostileFolder
{
    private const string Broken = """<Project><Import Project="this-file-is-not-there.props" /></Project>""";

    public static void Write(TemporaryFolder folder, string name)
    {
        folder.Write($"{name}/Directory.Build.props", Broken);
        folder.Write($"{name}/Directory.Build.targets", Broken);
        folder.Write($"{name}/Directory.Packages.props", Broken);
        folder.Write($"{name}/Directory.Solution.props", Broken);
        folder.Write($"{name}/Directory.Solution.targets", Broken);
        folder.Write($"{name}/Directory.Build.rsp", "-p:TargetFramework=net1.0");
        folder.Write($"{name}/global.json", """{ "sdk": { "version": "2.1.300", "rollForward": "disable" } }""");
        folder.Write($"{name}/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CS8019.severity = error\n");
        folder.Write($"{name}/.globalconfig", "is_global = true\ndotnet_diagnostic.IDE0008.severity = error\n");
    }
}
