using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Formatting.Compact;

namespace Workshop.Standins.Tests.Serilog;

/// <summary>The official Serilog.AspNetCore finds in the stand-ins what it was compiled against.</summary>
public sealed class OfficialReferencesTests
{
    private static readonly Assembly Official = typeof(RequestLoggingOptions).Assembly;

    [Fact]
    public void Each_type_and_member_that_it_refers_to_exists()
    {
        var standIns = new[] { "Serilog.Extensions.Hosting", "Serilog.Formatting.Compact" };
        using var file = new PEReader(File.OpenRead(Official.Location));
        var metadata = file.GetMetadataReader();

        var tokens = metadata.TypeReferences.Select(handle => (EntityHandle)handle)
            .Concat(metadata.MemberReferences.Select(handle => (EntityHandle)handle))
            .Where(handle => standIns.Contains(AssemblyOf(metadata, handle)))
            .Select(handle => metadata.GetToken(handle))
            .ToList();

        Assert.NotEmpty(tokens);
        // Resolving a token finds the member by name and signature, or throws.
        Assert.All(tokens, token => Assert.NotNull(Official.ManifestModule.ResolveMember(token)));
    }

    [Theory]
    [InlineData(typeof(IDiagnosticContext), "Serilog.Extensions.Hosting", 7)]
    [InlineData(typeof(CompactJsonFormatter), "Serilog.Formatting.Compact", 2)]
    public void A_stand_in_has_the_official_identity(Type type, string name, int major)
    {
        var identity = type.Assembly.GetName();

        Assert.Equal(name, identity.Name);
        Assert.Equal(new Version(major, 0, 0, 0), identity.Version);
        Assert.Equal(Official.GetName().GetPublicKeyToken(), identity.GetPublicKeyToken());
    }

    private static string? AssemblyOf(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MemberReference =>
            AssemblyOf(metadata, metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.TypeReference =>
            AssemblyOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)handle).ResolutionScope),
        HandleKind.AssemblyReference =>
            metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)handle).Name),
        _ => null,
    };
}
