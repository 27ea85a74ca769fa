using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Json;

/// <summary>The settings of an application, and what was found out about its messages.</summary>
internal sealed class JsonContract(GrpcJsonTranscodingOptions options)
{
    // The deepest nesting that is read: the default of System.Text.Json.
    public const int MaxDepth = 64;

    private readonly ConcurrentDictionary<MessageDescriptor, MessagePlan> _plans = new();
    private readonly ConcurrentDictionary<EnumDescriptor, EnumNames> _names = new();

    public GrpcJsonSettings Settings => options.JsonSettings;

    public StringComparer PropertyNames { get; } =
        options.JsonSettings.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static JsonReaderOptions ReaderOptions { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>The options of a writer. What is valid is not looked at again: the message's form decides it.</summary>
    public static JsonWriterOptions WriterOptions(bool isIndented) => new()
    {
        // The response is JSON and not part of a page: only what JSON itself asks for is escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = isIndented,
    };

    public MessagePlan PlanOf(MessageDescriptor descriptor) =>
        _plans.GetOrAdd(descriptor, static (key, contract) => new MessagePlan(contract, key), this);

    public EnumNames NamesOf(EnumDescriptor descriptor) => _names.GetOrAdd(
        descriptor, static (key, settings) => new EnumNames(key, settings.RemoveEnumPrefix), Settings);

    /// <summary>The type that an Any names.</summary>
    /// <returns>Null if the application has not registered it.</returns>
    public MessagePlan? FindType(string typeUrl)
    {
        var name = typeUrl[(typeUrl.LastIndexOf('/') + 1)..];
        return options.TypeRegistry.Find(name) is { } descriptor ? PlanOf(descriptor) : null;
    }
}
