using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;

namespace Workshop.Standins.Tests.References;

/// <summary>What the official client and server were compiled against is there when they run.</summary>
public sealed class OfficialReferencesTests
{
    public static TheoryData<Type, Type> OfficialAndReferred => new()
    {
        { typeof(GrpcChannel), typeof(CallInvoker) },
        { typeof(GrpcChannel), typeof(ICompressionProvider) },
        { typeof(GrpcServiceOptions), typeof(CallInvoker) },
        { typeof(GrpcServiceOptions), typeof(ICompressionProvider) },
    };

    [Theory]
    [MemberData(nameof(OfficialAndReferred))]
    public void Every_reference_finds_its_type_and_member(Type official, Type referred)
    {
        var target = referred.Assembly;
        var definitions = AssemblyDefinitions.Read(target);
        var references = AssemblyReferences.Read(official.Assembly, target.GetName().Name!);

        var missingTypes = references.Types.Where(type => !definitions.ContainsKey(type));
        var missingMembers = references.Members.Where(
            reference => !definitions.GetValueOrDefault(reference.Type, []).Contains(reference.Member));

        Assert.NotEmpty(references.Members);
        Assert.Empty(missingTypes);
        Assert.Empty(missingMembers);
    }

    [Theory]
    [InlineData(typeof(GrpcChannel))]
    [InlineData(typeof(GrpcServiceOptions))]
    public void Every_type_loads_and_every_override_has_something_to_override(Type official)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;

        // An override whose base method is missing is no error at run time: it becomes a method that nobody calls.
        var orphans = official.Assembly.GetTypes().Where(type => !type.IsInterface)
            .SelectMany(type => type.GetMethods(declared))
            .Where(method => method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot))
            .Where(method => method.GetBaseDefinition().DeclaringType == method.DeclaringType)
            .Select(method => $"{method.DeclaringType}.{method}");

        Assert.Empty(orphans);
    }

    [Theory]
    [MemberData(nameof(OfficialAndReferred))]
    public void The_identity_is_the_one_referred_to(Type official, Type referred)
    {
        var actual = referred.Assembly.GetName();

        var reference = official.Assembly.GetReferencedAssemblies().Single(name => name.Name == actual.Name);

        Assert.Equal(reference.Version, actual.Version);
        Assert.Equal(reference.GetPublicKeyToken(), actual.GetPublicKeyToken());
    }
}
