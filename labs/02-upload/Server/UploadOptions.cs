using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Workshop.Upload;

/// <summary>The settings of the server: the section <c>Upload</c> of the configuration, such as
/// <c>--Upload:MaxBytes 1000000</c> or the environment variable <c>Upload__MaxBytes</c>.</summary>
public sealed class UploadOptions : IValidatableObject
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Upload";

    private const int MaxNameCharacters = 64;

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

    /// <summary>Most bytes of all files together. Of unfinished ones, what is stored counts.</summary>
    [Description("How much all files together may take, in bytes. Default: 64 GiB")]
    [Range(1, long.MaxValue, ErrorMessage = "Upload:QuotaBytes is below 1: give 1 byte or more.")]
    public long QuotaBytes { get; init; } = 64L * 1024 * 1024 * 1024;

    /// <summary>Most bytes of the files of one owner together. Without tokens, everybody is one owner.</summary>
    [Description("How much the files of one owner may take, in bytes. Default: 16 GiB")]
    [Range(1, long.MaxValue, ErrorMessage = "Upload:QuotaBytesPerOwner is below 1: give 1 byte or more.")]
    public long QuotaBytesPerOwner { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>Most files of one owner, complete and unfinished ones together.</summary>
    [Description("How many files one owner may have. Default: 10,000")]
    [Range(1, int.MaxValue, ErrorMessage = "Upload:MaxFilesPerOwner is below 1: give 1 or more.")]
    public int MaxFilesPerOwner { get; init; } = 10_000;

    /// <summary>How many uploads and downloads may run at the same time; and, counted apart, eight times as many
    /// other calls.</summary>
    [Description("How many uploads and downloads may run at the same time. Default: 32")]
    [Range(1, 100_000, ErrorMessage = "Upload:MaxConcurrent is outside its limits: give 1 to 100,000.")]
    public int MaxConcurrent { get; init; } = 32;

    /// <summary>How many of them one owner may have. Without tokens, everybody is one owner.</summary>
    [Description("How many of them one owner may have. Default: 16")]
    [Range(1, 100_000, ErrorMessage = "Upload:MaxConcurrentPerOwner is outside its limits: give 1 to 100,000.")]
    public int MaxConcurrentPerOwner { get; init; } = 16;

    /// <summary>How many clients may be connected at the same time. Further ones are disconnected at once.</summary>
    [Description("How many connections there may be at the same time. Default: 200")]
    [Range(1, int.MaxValue, ErrorMessage = "Upload:MaxConnections is below 1: give 1 or more.")]
    public int MaxConnections { get; init; } = 200;

    /// <summary>How long an upload or a download may make no progress before the call is ended.</summary>
    /// <remarks>Kestrel does not do it: grpc-dotnet turns off its minimum data rate for streams of requests.</remarks>
    [Description("How long an upload or a download may make no progress. Default: 00:00:30")]
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
    /// <remarks>A name has at most 64 letters of ASCII, digits, - and _: the store makes a folder of it.</remarks>
    [Description("Bearer tokens by the name of their owner: --Upload:Tokens:NAME TOKEN. Default: everybody may call")]
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();

    /// <summary>Largest message that gRPC reads, in bytes: twice the size of a chunk, and 1 KiB for the rest. A chunk that is a
    /// little too large gets a clear refusal; one that is much too large must not fill the memory.</summary>
    public int MaxMessageBytes => (2 * MaxChunkBytes) + 1024;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, token) in Tokens)
        {
            if (token.Trim().Length == 0)
            {
                yield return new ValidationResult(
                    $"Upload:Tokens:{name} is empty. An empty token is no secret: give a token, or leave the name out.");
            }

            if (name.Length > MaxNameCharacters || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            {
                yield return new ValidationResult(
                    $"Upload:Tokens:{name} names no owner: give at most {MaxNameCharacters} letters, digits, - and _.");
            }
        }
    }
}
