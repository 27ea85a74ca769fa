using Serilog.Core;
using Workshop.Logs.V1;

namespace Workshop.Tail;

/// <summary>What a request may ask for. All that is wrong is INVALID_ARGUMENT, and names the field.</summary>
internal sealed class RequestRules(TailOptions options)
{
    // A filter is compared with each entry. A source prefix is so under the lock of the log; and to search a text of 100 characters
    // takes up to 0.4 microseconds for each character of the message.
    private const int LongestFilter = 100;
    private const int MostProperties = 64;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void Check(StreamLogsRequest request)
    {
        if (request.TailLines < 0)
        {
            throw TailErrors.TailLinesNegative(request.TailLines);
        }

        // The range of google.protobuf.Timestamp: the years 1 to 9999.
        if (request.Since is { } since && (since.Seconds is < -62135596800 or > 253402300799 || since.Nanos is < 0 or > 999999999))
        {
            throw TailErrors.SinceInvalid();
        }

        CheckLevel(request.MinLevel, "min_level");
        CheckLength(request.SourcePrefix, "source_prefix", LongestFilter);
        CheckLength(request.Contains, "contains", LongestFilter);
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public void Check(WriteLogRequest request)
    {
        CheckLevel(request.Level, "level");
        if (request.Count is < 0 or > LogEntryWriter.MostAtOnce)
        {
            throw TailErrors.CountOutside(request.Count, LogEntryWriter.MostAtOnce);
        }

        if (request.Properties.Count > MostProperties)
        {
            throw TailErrors.PropertiesTooMany(request.Properties.Count, MostProperties);
        }

        CheckLength(request.Source, "source", options.MaxTextLength);
        CheckLength(request.Message, "message", options.MaxTextLength);
        foreach (var (name, value) in request.Properties)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw TailErrors.PropertyNameBlank();
            }

            // Serilog keeps the source of an event as a property of this name.
            if (name == Constants.SourceContextPropertyName)
            {
                throw TailErrors.PropertyNameReserved(name);
            }

            CheckLength(name, "properties", options.MaxTextLength);
            CheckLength(value, "properties", options.MaxTextLength);
        }
    }

    private static void CheckLevel(Level level, string field)
    {
        if (!Enum.IsDefined(level))
        {
            throw TailErrors.LevelUnknown(level, field);
        }
    }

    private static void CheckLength(string text, string field, int most)
    {
        if (text.Length > most)
        {
            throw TailErrors.TextTooLong(field, text.Length, most);
        }
    }
}
