namespace Workshop.Errors;

/// <summary>The log events of the directory.</summary>
internal static partial class UsersLog
{
    /// <summary>A defect. The exception is for the log alone; the caller gets the id.</summary>
    [LoggerMessage(1, LogLevel.Error, "{Method} failed unexpectedly: incident {IncidentId}")]
    public static partial void Unexpected(ILogger logger, Exception exception, string method, string incidentId);

    /// <summary>The id that a client gave its call.</summary>
    [LoggerMessage(2, LogLevel.Information, "{Method} has the request id {RequestId}")]
    public static partial void HasRequestId(ILogger logger, string method, string requestId);

    /// <summary>The caller was told to tell those who run the service: here is what they look for.</summary>
    [LoggerMessage(3, LogLevel.Error, "{Method} found that the users cannot be read: {Problem}")]
    public static partial void StoreUnreadable(ILogger logger, string method, string problem);
}
