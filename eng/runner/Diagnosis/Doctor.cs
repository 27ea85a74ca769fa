using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>Looks at this machine for what may keep the workshop from working.</summary>
internal static class Doctor
{
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(WorkshopFolder workshop, CancellationToken cancellationToken)
    {
        // What waits for other programs goes on at the same time.
        var sdk = SdkDiagnosis.ExamineAsync(workshop, cancellationToken);
        var http2 = Http2Diagnosis.ExamineAsync(cancellationToken);
        var packages = PackagesDiagnosis.ExamineAsync(workshop, cancellationToken);
        return
        [
            await sdk,
            RuntimeDiagnosis.Examine(),
            .. await packages,
            DiskDiagnosis.Examine(workshop),
            WriteAccessDiagnosis.Examine(workshop),
            ClockDiagnosis.Examine(workshop),
            PathLengthDiagnosis.Examine(workshop),
            PortDiagnosis.Examine(),
            await http2,
            ProxyDiagnosis.Examine(),
        ];
    }
}
