using Microsoft.Extensions.Logging;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>What the tests log through the host.</summary>
internal static partial class HostLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Text:l}")]
    public static partial void Say(this ILogger logger, string text);
}
