namespace Workshop.Runner.Grading;

/// <summary>What to do when packages, disk, SDK, rights or another program keep a build from working.</summary>
internal static class BuildRemedy
{
    /// <summary>What to do where nobody knows the reason.</summary>
    public const string AskDoctor = "`dotnet workshop.cs doctor` looks for the reason.";

    /// <summary>What to do; where the output says nothing that is known, ask doctor.</summary>
    public static string For(IReadOnlyList<string> output) =>
        Find(output) is { Length: > 0 } remedy ? remedy : AskDoctor;

    /// <returns>Empty where the output says nothing that is known.</returns>
    public static string Find(IReadOnlyList<string> output)
    {
        bool Says(params ReadOnlySpan<string> texts)
        {
            foreach (var text in texts)
            {
                if (output.Any(line => line.Contains(text, StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }

            return false;
        }

        // MSB3027 is said after ten attempts, which only a locked file gets. MSB3021 is any copy that failed, and the
        // system's own words behind it are in the user's language: where they are not understood, both remedies are told.
        return Says("No space left", "not enough space", "disk full")
                ? "The disk is full: free about 1 GB, then run this again."
            : Says("NU1301", "NU1100", "NU1101", "NU1102", "NU1103")
                ? "A package could not be downloaded: check the network and the package sources; `dotnet workshop.cs doctor` looks at both."
            : Says("MSB3027", "being used by another process")
                ? "A program that still runs holds a file: stop the `dotnet run` in the other terminal, then run this again."
            : Says("access to the path", "permission denied")
                ? "Check that you may write to this folder, or copy the workshop to one of your own."
            : Says("MSB3021")
                ? "A file could not be replaced: stop the `dotnet run` in the other terminal if there is one, check that you may "
                  + "write to this folder, then run this again."
            : Says("NETSDK1045", "compatible .NET SDK was not found")
                ? "Install the .NET 10 SDK from https://dot.net, then run this again."
            : "";
    }
}
