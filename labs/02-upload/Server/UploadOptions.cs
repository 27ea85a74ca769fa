using System.Globalization;

namespace Workshop.Upload;

/// <summary>The settings of the server: the section <c>Upload</c> of the configuration, such as
/// <c>--Upload:MaxBytes 1000000</c> or the environment variable <c>Upload__MaxBytes</c>.</summary>
public sealed record UploadOptions
{
    /// <summary>The folder that holds all files. It is made when it is missing.</summary>
    /// <remarks>Default: <c>uploads</c>, beside the program, which is not part of the lab's folder.</remarks>
    public string Root { get; init; } = Path.Combine(AppContext.BaseDirectory, "uploads");

    /// <summary>Largest accepted file, in bytes, all chunks together.</summary>
    /// <remarks>gRPC limits one message separately: <see cref="MaxMessageBytes"/>.</remarks>
    public long MaxBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Most data in one chunk, in bytes.</summary>
    /// <remarks>The receiver allocates an array per message. From 85,000 bytes on, .NET puts it on the large object heap,
    /// which is collected with generation 2 only.</remarks>
    public int MaxChunkBytes { get; init; } = 64 * 1024;

    /// <summary>How much all files together may take, in bytes, the declared size of unfinished ones included.</summary>
    public long QuotaBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>How many uploads may run at the same time.</summary>
    public int MaxConcurrent { get; init; } = 32;

    /// <summary>How long an upload may make no progress before the call is ended.</summary>
    /// <remarks>Nothing else does it: grpc-dotnet turns Kestrel's minimum data rate off for streams of requests.</remarks>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an unfinished upload is kept after its last byte.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often expired uploads are looked for.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bearer tokens by the name of whom they belong to. None: everybody may call, and all share their files.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();

    /// <summary>Largest message that gRPC reads at all, in bytes. Twice a chunk: one that is a little too large must get
    /// an answer that says so, and one that is much too large must not fill the memory.</summary>
    public int MaxMessageBytes => 2 * MaxChunkBytes;

    /// <exception cref="FormatException">A value cannot be read, or makes no sense.</exception>
    public static UploadOptions Read(IConfiguration configuration)
    {
        UploadOptions options;
        try
        {
            options = configuration.GetSection("Upload").Get<UploadOptions>() ?? new UploadOptions();
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"A setting cannot be read: {exception.Message}", exception);
        }

        Require(options.MaxBytes > 0, nameof(MaxBytes), options.MaxBytes);
        Require(options.MaxChunkBytes is > 0 and <= 16 * 1024 * 1024, nameof(MaxChunkBytes), options.MaxChunkBytes);
        Require(options.QuotaBytes > 0, nameof(QuotaBytes), options.QuotaBytes);
        Require(options.MaxConcurrent > 0, nameof(MaxConcurrent), options.MaxConcurrent);
        Require(options.IdleTimeout > TimeSpan.Zero, nameof(IdleTimeout), options.IdleTimeout);
        Require(options.TimeToLive > TimeSpan.Zero, nameof(TimeToLive), options.TimeToLive);
        Require(options.SweepInterval > TimeSpan.Zero, nameof(SweepInterval), options.SweepInterval);
        return options;
    }

    private static void Require(bool makesSense, string name, IFormattable value)
    {
        if (!makesSense)
        {
            throw new FormatException(
                $"Upload:{name} is {value.ToString(null, CultureInfo.InvariantCulture)}, which makes no sense: see UploadOptions.cs.");
        }
    }
}
