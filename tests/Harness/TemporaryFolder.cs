namespace Workshop.Harness;

/// <summary>A folder of one check's own, gone when the check has ended.</summary>
internal sealed class TemporaryFolder : IAsyncDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("workshop-").FullName;

    public string Path { get; }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
