namespace Grpc.Core;

/// <summary>Tells a server where the generated method is that lists the methods of a service.</summary>
/// <param name="bindType">The type that has the method.</param>
/// <param name="bindMethodName">A static method that takes a <see cref="ServiceBinderBase"/> and the service.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = true)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    public Type BindType { get; } = bindType;

    public string BindMethodName { get; } = bindMethodName;
}
