namespace Workshop.Bench.Upload;

/// <summary>One row of the table: the median of its rounds.</summary>
/// <param name="What">Which server and client.</param>
/// <param name="FileBytes">Length of each file.</param>
/// <param name="ChunkBytes">Data per chunk; null for a PUT.</param>
/// <param name="AtOnce">How many files are sent at the same time.</param>
/// <param name="Throughput">Of all together, in bytes per second.</param>
/// <param name="Load">What it cost the server.</param>
internal sealed record UploadResult(
    string What, long FileBytes, int? ChunkBytes, int AtOnce, double Throughput, ServerLoad Load);
