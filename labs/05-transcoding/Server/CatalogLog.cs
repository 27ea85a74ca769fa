namespace Workshop.Transcoding;

/// <summary>The log events of the catalogue.</summary>
internal static partial class CatalogLog
{
    [LoggerMessage(1, LogLevel.Error, "{Method} failed: {Problem}")]
    public static partial void StorageFailed(ILogger logger, string method, string problem);
}
