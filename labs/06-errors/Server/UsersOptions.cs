using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Workshop.Errors;

/// <summary>The settings of the server: the section <c>Users</c> of the configuration, such as <c>--Users:MaxUsers 10</c>.</summary>
public sealed class UsersOptions : IValidatableObject
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Users";

    /// <summary>Largest batch, in users.</summary>
    public const int MaxBatchUsers = 1000;

    /// <summary>Largest batch, in bytes of its messages together.</summary>
    public const int MaxBatchBytes = 1024 * 1024;

    /// <summary>Largest message that gRPC reads, in bytes.</summary>
    public const int MaxMessageBytes = 64 * 1024;

    /// <summary>The file of the users. It is made when it is missing; its folder is not.</summary>
    /// <remarks>Default: <c>users.db</c>, next to the program, outside the lab's folder. SQLite keeps two more files beside it.</remarks>
    [Description("The file of the users. Default: users.db, next to the program")]
    [Required(ErrorMessage = "Users:Database is empty: name a file.")]
    public string Database { get; init; } = Path.Combine(AppContext.BaseDirectory, "users.db");

    /// <summary>How long a call waits, in seconds, while others write.</summary>
    [Description("How long a call waits while others write, in seconds. Default: 5")]
    [Range(1, 60, ErrorMessage = "Users:BusySeconds is outside its limits: give 1 to 60.")]
    public int BusySeconds { get; init; } = 5;

    /// <summary>How many users there may be.</summary>
    [Description("How many users there may be. Default: 100,000")]
    [Range(1, 10_000_000, ErrorMessage = "Users:MaxUsers is outside its limits: give 1 to 10,000,000.")]
    public int MaxUsers { get; init; } = 100_000;

    /// <summary>How many clients may be connected at the same time. Further ones are disconnected at once.</summary>
    [Description("How many connections there may be at the same time. Default: 1000")]
    [Range(1, int.MaxValue, ErrorMessage = "Users:MaxConnections is below 1: give 1 or more.")]
    public int MaxConnections { get; init; } = 1000;

    /// <summary>How many batches and pages may be on their way at the same time, together.</summary>
    /// <remarks>Each holds up to <see cref="MaxBatchBytes"/>, or 101 users.</remarks>
    [Description("How many batches and pages may be on their way at the same time. Default: 64")]
    [Range(1, int.MaxValue, ErrorMessage = "Users:MaxStreams is below 1: give 1 or more.")]
    public int MaxStreams { get; init; } = 64;

    /// <summary>How long one message of a page may wait for a client that does not read.</summary>
    /// <remarks>Kestrel itself does not end an HTTP/2 stream whose client reads nothing.</remarks>
    [Description("How long a page may wait for a client that does not read. Default: 00:00:30")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Users:StallLimit is outside its limits: give 1 ms to 1 hour, such as 00:00:30.")]
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to send a batch.</summary>
    [Description("How long a client may take to send a batch. Default: 00:00:30")]
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true, ErrorMessage = "Users:BatchTimeout is outside its limits: give 1 ms to 1 hour, such as 00:00:30.")]
    public TimeSpan BatchTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The secret that page tokens are signed with; at least 32 characters.</summary>
    /// <remarks>Default, and when it is empty: one that the server makes up at its start, and that its tokens do not outlive. Several
    /// servers behind one address need the same.</remarks>
    [Description("The secret of page tokens, 32 characters or more. Default: made up at each start")]
    [RegularExpression("(.{32,})?", ErrorMessage = "Users:PageTokenKey is too short: give 32 characters or more, or leave it out.")]
    public string PageTokenKey { get; init; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Database.Length > 0 && Path.GetDirectoryName(Path.GetFullPath(Database)) is { } folder && !Directory.Exists(folder))
        {
            yield return new ValidationResult("Users:Database is in a folder that does not exist: make it, or name another file.");
        }
    }
}
