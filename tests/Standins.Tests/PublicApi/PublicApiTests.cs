using System.Reflection;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>A stand-in offers what the official package does, and nothing else.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData(typeof(CallInvoker))]
    [InlineData(typeof(ICompressionProvider))]
    [InlineData(typeof(RpcStatusExtensions))]
    public void The_public_api_is_the_listed_one(Type typeOfAssembly)
    {
        var assembly = typeOfAssembly.Assembly;
        StandIns.SkipUnlessInUse(assembly.GetName().Name!);
        var listed = ReadListing($"{assembly.GetName().Name}.txt");

        var printed = ApiPrinter.Print(assembly).ToList();

        Assert.True(listed.SequenceEqual(printed), FirstDifference(listed, printed));
    }

    [Theory]
    [InlineData(typeof(IAsyncStreamReader<>), GenericParameterAttributes.Covariant)]
    [InlineData(typeof(IAsyncStreamWriter<>), GenericParameterAttributes.Contravariant)]
    [InlineData(typeof(IClientStreamWriter<>), GenericParameterAttributes.Contravariant)]
    [InlineData(typeof(IServerStreamWriter<>), GenericParameterAttributes.Contravariant)]
    public void A_stream_is_variant_as_documented(Type stream, GenericParameterAttributes variance)
    {
        var messageType = stream.GetGenericArguments().Single();

        var actual = messageType.GenericParameterAttributes & GenericParameterAttributes.VarianceMask;

        Assert.Equal(variance, actual);
    }

    private static List<string> ReadListing(string name)
    {
        using var stream = typeof(PublicApiTests).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no listings/{name}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().TrimEnd().ReplaceLineEndings("\n").Split('\n')];
    }

    private static string FirstDifference(List<string> listed, List<string> printed)
    {
        var index = listed.Zip(printed).TakeWhile(lines => lines.First == lines.Second).Count();
        return $"""
            The first difference is in line {index + 1}.
            Listed:  {listed.ElementAtOrDefault(index) ?? "(the end)"}
            Printed: {printed.ElementAtOrDefault(index) ?? "(the end)"}
            """;
    }
}
