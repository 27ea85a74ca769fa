using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workshop.Standins.Tests.References;

/// <summary>What an assembly refers to in another one: types, and members as type and signature.</summary>
internal sealed class AssemblyReferences
{
    private readonly MetadataReader _reader;
    private readonly TypeNames _names = new();
    private readonly string _target;

    private AssemblyReferences(MetadataReader reader, string target)
    {
        _reader = reader;
        _target = target;
        Types = [.. reader.TypeReferences.Where(IsInTarget)
            .Select(handle => _names.GetTypeFromReference(reader, handle, 0))];
        Members = [.. reader.MemberReferences.Select(reader.GetMemberReference).Select(ReadMember)
            .OfType<(string Type, string Member)>()];
    }

    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<(string Type, string Member)> Members { get; }

    public static AssemblyReferences Read(Assembly assembly, string target)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return new AssemblyReferences(file.GetMetadataReader(), target);
    }

    private bool IsInTarget(TypeReferenceHandle handle)
    {
        var scope = _reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsInTarget((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == _target,
            _ => false,
        };
    }

    private (string Type, string Member)? ReadMember(MemberReference member)
    {
        var parent = member.Parent.Kind == HandleKind.TypeSpecification
            ? GenericTypeOf((TypeSpecificationHandle)member.Parent)
            : member.Parent;
        if (parent.Kind != HandleKind.TypeReference || !IsInTarget((TypeReferenceHandle)parent))
        {
            return null;
        }

        var name = _reader.GetString(member.Name);
        var signature = member.GetKind() == MemberReferenceKind.Method
            ? TypeNames.Signature(name, member.DecodeMethodSignature(_names, null))
            : $"field {member.DecodeFieldSignature(_names, null)} {name}";
        return (_names.GetTypeFromReference(_reader, (TypeReferenceHandle)parent, 0), signature);
    }

    /// <summary>The generic type of <c>Marshaller&lt;string&gt;</c> and the like; nil for an array.</summary>
    private EntityHandle GenericTypeOf(TypeSpecificationHandle handle)
    {
        var blob = _reader.GetBlobReader(_reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        // Whether it is a class or a struct.
        blob.ReadByte();
        return blob.ReadTypeHandle();
    }
}
