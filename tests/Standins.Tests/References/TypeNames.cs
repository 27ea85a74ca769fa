using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Workshop.Standins.Tests.References;

/// <summary>Writes the types of a signature as text that is the same on both sides of a reference.</summary>
/// <remarks>
/// Without the assembly: a type of the framework may live in another one on each side. Type parameters by their
/// number, <c>!0</c> of a type and <c>!!0</c> of a method, because their names are free.
/// </remarks>
internal sealed class TypeNames : ISignatureTypeProvider<string, object?>
{
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        var prefix = outer.IsNil
            ? $"{reader.GetString(type.Namespace)}."
            : $"{GetTypeFromDefinition(reader, outer, rawTypeKind)}+";
        return prefix + reader.GetString(type.Name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var prefix = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind)}+"
            : $"{reader.GetString(type.Namespace)}.";
        return prefix + reader.GetString(type.Name);
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[rank {shape.Rank}]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => $"{elementType} pinned";

    public string GetFunctionPointerType(MethodSignature<string> signature) => Signature("function", signature);

    /// <summary>A method as text: static or not, how many type parameters, types and name.</summary>
    public static string Signature(string name, MethodSignature<string> signature)
    {
        var instance = signature.Header.IsInstance ? "instance " : "static ";
        var generic = signature.GenericParameterCount == 0 ? "" : $"`{signature.GenericParameterCount}";
        return $"{instance}{signature.ReturnType} {name}{generic}({string.Join(", ", signature.ParameterTypes)})";
    }
}
