using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workshop.Standins.Tests.References;

/// <summary>The types of an assembly, and the members of each that another assembly may use.</summary>
internal static class AssemblyDefinitions
{
    public static Dictionary<string, HashSet<string>> Read(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var names = new TypeNames();
        return reader.TypeDefinitions
            .Where(handle => IsVisible(reader, handle))
            .ToDictionary(
                handle => names.GetTypeFromDefinition(reader, handle, 0),
                handle => ReadMembers(reader, reader.GetTypeDefinition(handle), names).ToHashSet());
    }

    private static bool IsVisible(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var visibility = type.Attributes & TypeAttributes.VisibilityMask;
        return visibility == TypeAttributes.Public
            || (visibility is TypeAttributes.NestedPublic
                    or TypeAttributes.NestedFamily
                    or TypeAttributes.NestedFamORAssem
                && IsVisible(reader, type.GetDeclaringType()));
    }

    private static IEnumerable<string> ReadMembers(MetadataReader reader, TypeDefinition type, TypeNames names)
    {
        var methods = type.GetMethods().Select(reader.GetMethodDefinition)
            .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask)
                is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
            .Select(method => TypeNames.Signature(reader.GetString(method.Name), method.DecodeSignature(names, null)));
        var fields = type.GetFields().Select(reader.GetFieldDefinition)
            .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask)
                is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
            .Select(field => $"field {field.DecodeSignature(names, null)} {reader.GetString(field.Name)}");
        return methods.Concat(fields);
    }
}
