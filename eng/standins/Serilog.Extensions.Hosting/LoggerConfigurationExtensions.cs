using Serilog.Extensions.Hosting;

namespace Serilog;

/// <summary>Makes the logger that runs before the host exists.</summary>
public static class LoggerConfigurationExtensions
{
    /// <summary>
    /// Makes a logger for <see cref="Log.Logger"/> that <c>UseSerilog(…)</c> or <c>AddSerilog(…)</c> with a
    /// configuration callback replaces, once configuration and services exist.
    /// </summary>
    public static ReloadableLogger CreateBootstrapLogger(this LoggerConfiguration loggerConfiguration)
    {
        ArgumentNullException.ThrowIfNull(loggerConfiguration);

        return new ReloadableLogger(loggerConfiguration.CreateLogger());
    }
}
