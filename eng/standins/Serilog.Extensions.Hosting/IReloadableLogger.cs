namespace Serilog.Extensions.Hosting;

/// <summary>A logger that stands for another one, which a reload exchanges.</summary>
internal interface IReloadableLogger
{
    /// <summary>The logger that it stands for at the moment.</summary>
    ILogger Current { get; }
}
