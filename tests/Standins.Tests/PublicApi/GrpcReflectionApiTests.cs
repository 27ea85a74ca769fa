using Google.Protobuf.Reflection;
using Grpc.Reflection;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>Grpc.Reflection: three types written by hand; all others are generated from two contracts.</summary>
public sealed class GrpcReflectionApiTests
{
    private const string Id = "Grpc.Reflection";

    [Fact]
    public void What_is_written_by_hand_is_as_listed()
    {
        StandIns.SkipUnlessInUse(Id);
        var listing = Listing.Read(Id);

        var printed = Listing.Parse(ApiPrinter.Print(typeof(SymbolRegistry).Assembly));

        Assert.Equal(listing.Identity, printed.Identity);
        Assert.Equal(
            listing.Members.Order(),
            printed.Members.Where(member => member.StartsWith($"{Id}: ", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("Grpc.Reflection.V1")]
    [InlineData("Grpc.Reflection.V1Alpha")]
    public void The_generated_types_are_the_listed_ones(string space)
    {
        StandIns.SkipUnlessInUse(Id);
        var listed = Lines().Single(line => line.StartsWith($"namespace {space}: ", StringComparison.Ordinal)).Split(": ")[1];

        var generated = typeof(SymbolRegistry).Assembly.GetExportedTypes().Where(type => type.Namespace == space && Named(type))
            .Select(CSharpTypeName.WithTypeParameters);

        Assert.Equal(listed.Split(", ").Order(), generated.Order());
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void The_contract_is_the_listed_one(string name, FileDescriptor contract)
    {
        var listed = Lines().SkipWhile(line => !line.StartsWith($"{name} ", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith(' ')).Select(line => line.Split(" (C#")[0]);

        Assert.Equal(listed, Describe(contract));
    }

    public static TheoryData<string, FileDescriptor> Contracts => new()
    {
        { "grpc/reflection/v1/reflection.proto", Grpc.Reflection.V1.ReflectionReflection.Descriptor },
        { "grpc/reflection/v1alpha/reflection.proto", Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor },
    };

    // The listing names the types that a program uses, and not the static class Types around nested messages.
    private static bool Named(Type type) => type.Name is not "Types";

    private static IEnumerable<string> Describe(FileDescriptor contract) =>
    [
        .. contract.MessageTypes.SelectMany(message => message.Fields.InDeclarationOrder().Select(Describe)
            .Prepend($"    message {message.FullName}")),
        .. contract.Services.SelectMany(service => service.Methods.Select(Describe).Prepend($"    service {service.FullName}")),
    ];

    private static string Describe(FieldDescriptor field)
    {
        var type = field.FieldType is FieldType.Message ? field.MessageType.FullName : field.FieldType.ToString().ToLowerInvariant();
        var oneof = field.ContainingOneof is null ? "" : $" (oneof {field.ContainingOneof.Name})";
        return $"        {field.Name} = {field.FieldNumber}: {(field.IsRepeated ? "repeated " : "")}{type}{oneof}";
    }

    private static string Describe(MethodDescriptor method) =>
        $"        rpc {method.Name}(stream {method.InputType.FullName}) returns (stream {method.OutputType.FullName})";

    private static string[] Lines()
    {
        using var stream = typeof(GrpcReflectionApiTests).Assembly.GetManifestResourceStream($"{Id}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
