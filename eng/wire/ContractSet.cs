using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Workshop.Wire;

/// <summary>Contracts, compiled from .proto files to what can be asked for their messages.</summary>
public sealed class ContractSet
{
    private readonly Dictionary<string, MessageDescriptor> _messages = new(StringComparer.Ordinal);

    private ContractSet(FileDescriptorSet files)
    {
        Files = files;
        foreach (var file in FileDescriptor.BuildFromByteStrings(files.File.Select(file => file.ToByteString())))
        {
            file.MessageTypes.ToList().ForEach(Add);
        }
    }

    /// <summary>As protoc gave them, imports first.</summary>
    public FileDescriptorSet Files { get; }

    /// <summary>The messages that they have, by full name, in order.</summary>
    public IEnumerable<string> Messages => _messages.Keys.Order(StringComparer.Ordinal);

    /// <param name="fullName">Such as <c>workshop.users.v1.User</c>.</param>
    public MessageDescriptor? Find(string fullName) => _messages.GetValueOrDefault(fullName);

    /// <param name="protoc">The compiler.</param>
    /// <param name="root">The folder that imports are relative to.</param>
    /// <param name="files">The .proto files, below the root.</param>
    /// <param name="cancellationToken">Ends the compiler.</param>
    /// <returns>The contracts, or what protoc says is wrong.</returns>
    public static async Task<(ContractSet? Contracts, string Problem)> CompileAsync(
        Protoc protoc, string root, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string[] arguments = [$"-I{root}", "--include_imports", $"--descriptor_set_out={output}", .. files];
            var (exitCode, _, error) = await protoc.RunAsync(arguments, default, cancellationToken);
            return exitCode == 0
                ? (new ContractSet(FileDescriptorSet.Parser.ParseFrom(await File.ReadAllBytesAsync(output, cancellationToken))), "")
                : (null, error.Trim());
        }
        finally
        {
            File.Delete(output);
        }
    }

    private void Add(MessageDescriptor message)
    {
        // The entry of a map is nobody's message.
        if (!message.GetOptions()?.MapEntry ?? true)
        {
            _messages[message.FullName] = message;
        }

        message.NestedTypes.ToList().ForEach(Add);
    }
}
