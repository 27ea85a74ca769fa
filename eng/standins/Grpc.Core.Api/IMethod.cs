namespace Grpc.Core;

/// <summary>A method of a service, without its message types.</summary>
public interface IMethod
{
    MethodType Type { get; }

    /// <summary>The service's name with its package, for example <c>workshop.files.v1.FileService</c>.</summary>
    string ServiceName { get; }

    /// <summary>The method's own name, for example <c>Upload</c>.</summary>
    string Name { get; }

    /// <summary>The path on the wire, for example <c>/workshop.files.v1.FileService/Upload</c>.</summary>
    string FullName { get; }
}
