namespace Workshop.Runner.Grading;

/// <summary>What to do when packages, disk, SDK or rights keep a build from working.</summary>
internal static class BuildRemedy
{
    public static string For(IReadOnlyList<string> output)
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

        return Says("No space left", "not enough space", "disk full")
                ? "The disk is full: free about 1 GB, then run this again."
            : Says("NU1301", "NU1101", "NU1102", "NU1103")
                ? "A package did not come: check the network and the package sources; `dotnet workshop.cs doctor` looks at both."
            : Says("access to the path", "permission denied")
                ? "Check that you may write to this folder, or copy the workshop to one of your own."
            : Says("being used by another process", "MSB3027", "MSB3021")
                ? "Another program holds a file: end a `dotnet` that still runs in another terminal, then run this again."
            : Says("NETSDK1045", "compatible .NET SDK was not found")
                ? "Install the .NET 10 SDK from https://dot.net, then run this again."
            : "`dotnet workshop.cs doctor` looks for what may be in the way.";
    }
}
