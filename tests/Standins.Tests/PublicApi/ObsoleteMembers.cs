using System.Reflection;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>Tells the public types and members of an assembly in the form in which a listing tells those that are
/// obsolete.</summary>
internal static class ObsoleteMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<(string Name, bool IsObsolete)> Of(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        let typeName = CSharpTypeName.WithTypeParameters(type)
        from member in type.GetMembers(Declared).OfType<MemberInfo>().Append(type)
        where member is not Type nested || nested == type
        let name = member switch
        {
            ConstructorInfo constructor => SignaturePrinter.Print(constructor),
            MethodInfo method => SignaturePrinter.Print(method),
            PropertyInfo property => SignaturePrinter.Print(property),
            FieldInfo field => SignaturePrinter.Print(field),
            _ => null,
        }
        select (
            member is Type ? $"{typeName} (the type itself)" : $"{typeName} / {name}",
            member.IsDefined(typeof(ObsoleteAttribute)));
}
