namespace Microsoft.AspNetCore.Grpc.JsonTranscoding;

/// <summary>How messages are read from JSON and written as JSON.</summary>
public sealed class GrpcJsonSettings
{
    /// <summary>Whether fields with their default value are left out of what is written.</summary>
    /// <remarks>
    /// Default <c>false</c>: 0, false, the empty string, [] and {} are written. A field that can be absent (a message, a
    /// member of a oneof, an optional field) is written if it is set, whatever this says.
    /// </remarks>
    public bool IgnoreDefaultValues { get; set; }

    /// <summary>Whether an enum value is written as its number.</summary>
    /// <remarks>Default <c>false</c>: its name is written. A value without a name is written as its number.</remarks>
    public bool WriteEnumsAsIntegers { get; set; }

    /// <summary>Whether 64-bit integers are written as strings.</summary>
    /// <remarks>
    /// Default <c>false</c>: they are written as JSON numbers, of which JavaScript keeps 53 bits. Both forms are read.
    /// </remarks>
    public bool WriteInt64sAsStrings { get; set; }

    /// <summary>Whether responses have line breaks and indentation.</summary>
    /// <remarks>Default <c>false</c>. The messages of a stream never have them: each is one line.</remarks>
    public bool WriteIndented { get; set; }

    /// <summary>Whether names of JSON properties are compared without regard to case when they are read.</summary>
    /// <remarks>Default <c>false</c>, as the JSON mapping of Protobuf asks for.</remarks>
    public bool PropertyNameCaseInsensitive { get; set; }

    /// <summary>Whether names of enum values are read and written without the name of their enum.</summary>
    /// <remarks>
    /// Default <c>false</c>. If <c>true</c>, the value <c>LOG_LEVEL_ERROR</c> of the enum <c>LogLevel</c> is
    /// <c>ERROR</c> in JSON.
    /// </remarks>
    public bool RemoveEnumPrefix { get; set; }
}
