using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>Files with what they declare: services, methods, messages, enums, extensions.</summary>
public class SymbolRegistry
{
    private readonly Dictionary<string, FileDescriptor> _byName = [];
    private readonly Dictionary<string, FileDescriptor> _bySymbol = [];

    private SymbolRegistry()
    {
    }

    /// <summary>Makes a registry of files and of all that they import.</summary>
    public static SymbolRegistry FromFiles(IEnumerable<FileDescriptor> fileDescriptors)
    {
        ArgumentNullException.ThrowIfNull(fileDescriptors);
        var registry = new SymbolRegistry();
        foreach (var file in fileDescriptors)
        {
            registry.Add(file);
        }

        return registry;
    }

    /// <summary>The file with this name, such as <c>workshop/logs/v1/logs.proto</c>; null when there is none.</summary>
    public FileDescriptor? FileByName(string filename) => _byName.GetValueOrDefault(filename);

    /// <summary>The file that declares a symbol, such as <c>workshop.logs.v1.LogService</c>; null when there is none.</summary>
    public FileDescriptor? FileContainingSymbol(string symbol) => _bySymbol.GetValueOrDefault(symbol);

    // Two files may declare the same symbol, if they were compiled apart: the first one counts.
    private void Add(FileDescriptor file)
    {
        if (!_byName.TryAdd(file.Name, file))
        {
            return;
        }

        foreach (var dependency in file.Dependencies)
        {
            Add(dependency);
        }

        foreach (var symbol in file.Services.SelectMany(service => service.Methods.Append<IDescriptor>(service))
            .Concat(file.EnumTypes)
            .Concat(file.Extensions.UnorderedExtensions)
            .Concat(file.MessageTypes.SelectMany(InMessage)))
        {
            _bySymbol.TryAdd(symbol.FullName, file);
        }
    }

    private static IEnumerable<IDescriptor> InMessage(MessageDescriptor message) =>
        message.NestedTypes.SelectMany(InMessage)
            .Concat(message.EnumTypes)
            .Concat(message.Extensions.UnorderedExtensions)
            .Append(message);
}
