using Google.Protobuf.Reflection;

namespace Workshop.Evolution.Gate;

/// <summary>A message with what it lies in.</summary>
/// <param name="File">Its file.</param>
/// <param name="Name">Its name without the package, such as <c>User.Address</c>.</param>
/// <param name="FullName">Its name with the package.</param>
/// <param name="Proto">The message.</param>
internal sealed record MessageEntry(FileDescriptorProto File, string Name, string FullName, DescriptorProto Proto);

/// <summary>An enum with what it lies in.</summary>
internal sealed record EnumEntry(FileDescriptorProto File, string Name, string FullName, EnumDescriptorProto Proto);

/// <summary>A service with what it lies in.</summary>
internal sealed record ServiceEntry(FileDescriptorProto File, string Name, string FullName, ServiceDescriptorProto Proto);

/// <summary>The files of a release, and everything in them by its full name.</summary>
internal sealed class Contract
{
    public Contract(FileDescriptorSet files)
    {
        // What Google brings along is not ours to break.
        Files = files.File.Where(file => !file.Name.StartsWith("google/", StringComparison.Ordinal)).ToDictionary(file => file.Name);
        foreach (var file in Files.Values)
        {
            Add(file, "", file.MessageType, file.EnumType);
            foreach (var service in file.Service)
            {
                Services.Add(FullName(file, service.Name), new ServiceEntry(file, service.Name, FullName(file, service.Name), service));
            }
        }
    }

    public Dictionary<string, FileDescriptorProto> Files { get; }

    public Dictionary<string, MessageEntry> Messages { get; } = [];

    public Dictionary<string, EnumEntry> Enums { get; } = [];

    public Dictionary<string, ServiceEntry> Services { get; } = [];

    public IEnumerable<string> Packages => Files.Values.Select(file => file.Package).Distinct();

    private void Add(FileDescriptorProto file, string parent, IEnumerable<DescriptorProto> messages, IEnumerable<EnumDescriptorProto> enums)
    {
        foreach (var proto in enums)
        {
            var name = parent + proto.Name;
            Enums.Add(FullName(file, name), new EnumEntry(file, name, FullName(file, name), proto));
        }

        foreach (var proto in messages)
        {
            var name = parent + proto.Name;
            Messages.Add(FullName(file, name), new MessageEntry(file, name, FullName(file, name), proto));
            Add(file, $"{name}.", proto.NestedType, proto.EnumType);
        }
    }

    private static string FullName(FileDescriptorProto file, string name) => file.Package.Length > 0 ? $"{file.Package}.{name}" : name;
}
