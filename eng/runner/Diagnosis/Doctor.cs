using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>Looks for problems on this machine that keep the workshop from working.</summary>
internal static class Doctor
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(WorkshopFolder workshop, CancellationToken cancellationToken)
    {
        // What waits for other programs goes on at the same time.
        var sdk = SdkDiagnosis.ExamineAsync(workshop, cancellationToken);
        var network = NetworkDiagnosis.ExamineAsync(cancellationToken);
        var packages = PackagesDiagnosis.ExamineAsync(workshop, cancellationToken);
        return
        [
            .. await sdk,
            .. await packages,
            .. FolderDiagnosis.Examine(workshop),
            ClockDiagnosis.Examine(workshop),
            .. await network,
        ];
    }
}
