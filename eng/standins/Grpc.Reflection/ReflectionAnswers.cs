using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Kind = Grpc.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace Grpc.Reflection;

/// <summary>The response to each request.</summary>
internal sealed class ReflectionAnswers(IEnumerable<string> services, SymbolRegistry registry)
{
    private readonly string[] _services = [.. services];

    public static ReflectionAnswers About(IEnumerable<ServiceDescriptor> descriptors)
    {
        var all = descriptors.ToList();
        return new ReflectionAnswers(
            all.Select(service => service.FullName),
            SymbolRegistry.FromFiles(all.Select(service => service.File)));
    }

    /// <remarks>The request is not repeated in the response, and no host is: the official package leaves both out, too.</remarks>
    public ServerReflectionResponse To(ServerReflectionRequest request) => request.MessageRequestCase switch
    {
        Kind.ListServices => Services(),
        Kind.FileByFilename => Files(registry.FileByName(request.FileByFilename), $"file {request.FileByFilename}"),
        Kind.FileContainingSymbol => Files(
            registry.FileContainingSymbol(request.FileContainingSymbol), $"symbol {request.FileContainingSymbol}"),
        _ => Error(StatusCode.Unimplemented, "This server answers list_services, file_by_filename and file_containing_symbol."),
    };

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };

    private static ServerReflectionResponse Files(FileDescriptor? file, string asked) => file is null
        ? Error(StatusCode.NotFound, $"There is no {asked} here.")
        : new()
        {
            FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { WithImports(file) } },
        };

    // A client that has read a file needs what it imports before it can use it: with all at once, it asks no more.
    private static IEnumerable<ByteString> WithImports(FileDescriptor file)
    {
        var names = new HashSet<string> { file.Name };
        var waiting = new Queue<FileDescriptor>([file]);
        while (waiting.TryDequeue(out var next))
        {
            yield return next.SerializedData;
            foreach (var import in next.Dependencies.Where(import => names.Add(import.Name)))
            {
                waiting.Enqueue(import);
            }
        }
    }

    private ServerReflectionResponse Services() => new()
    {
        ListServicesResponse = new ListServiceResponse { Service = { _services.Select(name => new ServiceResponse { Name = name }) } },
    };
}
