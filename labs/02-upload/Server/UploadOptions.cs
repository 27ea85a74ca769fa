using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Workshop.Upload;

/// <summary>The settings of the server: the section <c>Upload</c> of the configuration, such as
/// <c>--Upload:MaxBytes 1000000</c> or the environment variable <c>Upload__MaxBytes</c>.</summary>
public sealed class UploadOptions : IValidatableObject
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Upload";

    /// <summary>The folder that holds all files. It is made when it is missing.</summary>
    /// <remarks>Default: <c>uploads</c>, next to the program, outside the lab's folder.</remarks>
    [Description("The folder that holds all files. Default: uploads, next to the program")]
    [Required(ErrorMessage = "Upload:Root is empty: name a folder.")]
    public string Root { get; init; } = Path.Combine(AppContext.BaseDirectory, "uploads");

    /// <summary>Largest accepted file, in bytes, all chunks together.</summary>
    /// <remarks>gRPC limits one message separately: <see cref="MaxMessageBytes"/>.</remarks>
    [Description("Largest accepted file, in bytes. Default: 4 GiB")]
    [Range(1, long.MaxValue, ErrorMessage = "Upload:MaxBytes is below 1: give 1 byte or more.")]
    public long MaxBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Most data in one chunk, in bytes.</summary>
    /// <remarks>The receiver allocates an array per message. From 85,000 bytes on, .NET puts it on the large object heap,
    /// which is collected with generation 2 only.</remarks>
    [Description("Most data in one chunk, in bytes. Default: 64 KiB")]
    [Range(1, 16 * 1024 * 1024, ErrorMessage = "Upload:MaxChunkBytes is outside its limits: give 1 byte to 16 MiB.")]
    public int MaxChunkBytes { get; init; } = 64 * 1024;

    /// <summary>Most bytes of all files together; unfinished ones count with their declared size.</summary>
    [Description("How much all files together may take, in bytes. Default: 64 GiB")]
    [Range(1, long.MaxValue, ErrorMessage = "Upload:QuotaBytes is below 1: give 1 byte or more.")]
    public long QuotaBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>How many uploads may run at the same time.</summary>
    [Description("How many uploads may run at the same time. Default: 32")]
    [Range(1, int.MaxValue, ErrorMessage = "Upload:MaxConcurrent is below 1: give 1 or more.")]
    public int MaxConcurrent { get; init; } = 32;

    /// <summary>How long an upload may make no progress before the call is ended.</summary>
    /// <remarks>Kestrel does not do it: grpc-dotnet turns off its minimum data rate for streams of requests.</remarks>
    [Description("How long an upload may make no progress. Default: 00:00:30")]
    [Range(typeof(TimeSpan), "00:00:00.001", "10000.00:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Upload:IdleTimeout is outside its limits: give 1 ms to 10,000 days, such as 00:00:30.")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an unfinished upload is kept after its last byte.</summary>
    [Description("How long an unfinished upload is kept. Default: 1.00:00:00")]
    [Range(typeof(TimeSpan), "00:00:00.001", "10000.00:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Upload:TimeToLive is outside its limits: give 1 ms to 10,000 days, such as 00:00:30.")]
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often expired uploads are looked for.</summary>
    [Description("How often expired uploads are looked for. Default: 00:05:00")]
    [Range(typeof(TimeSpan), "00:00:00.001", "10000.00:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Upload:SweepInterval is outside its limits: give 1 ms to 10,000 days, such as 00:00:30.")]
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bearer tokens by the name of their owner. None: everybody may call, and all share their files.</summary>
    [Description("Bearer tokens by the name of their owner: --Upload:Tokens:NAME TOKEN. Default: everybody may call")]
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();

    /// <summary>Largest message that gRPC reads, in bytes: twice the size of a chunk. A chunk that is a little too large
    /// gets a clear refusal; one that is much too large must not fill the memory.</summary>
    public int MaxMessageBytes => 2 * MaxChunkBytes;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Tokens
        .Where(token => token.Value.Length == 0)
        .Select(token => new ValidationResult(
            $"Upload:Tokens:{token.Key} is empty. An empty token is no secret: give a token, or leave the name out."));
}
