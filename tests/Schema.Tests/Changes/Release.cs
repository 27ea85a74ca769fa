using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Workshop.Schema.Tests.Changes;

/// <summary>The message M of a change in one of its releases, as generated code.</summary>
internal sealed record Release(MessageDescriptor Type)
{
    public static Release Of(Change change, string release) =>
        new((MessageDescriptor)Assembly.GetExecutingAssembly().GetType($"{release}.R{change.Id.ToUpperInvariant()}.M", throwOnError: true)!
            .GetProperty("Descriptor")!.GetValue(null)!);

    public IMessage Parse(byte[] bytes) => Type.Parser.ParseFrom(bytes);

    public IMessage ParseJson(string json) => JsonParser.Default.Parse(json, Type);
}
