using System.Reflection;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Extensions.Hosting;
using Serilog.Formatting.Compact;

namespace Workshop.Standins.Tests.PublicApi;

/// <summary>A stand-in offers what the official package does, and nothing else.</summary>
public sealed class PublicApiTests
{
    // The listing was read from a development build of the sources. These constants say which version a package is.
    private static readonly Dictionary<string, string> Released = new()
    {
        ["CurrentAssemblyFileVersion = \"2.66.0.0\""] = "CurrentAssemblyFileVersion = \"2.85.0.0\"",
        ["CurrentVersion = \"2.66.0-dev\""] = "CurrentVersion = \"2.85.0\"",
    };

    [Theory]
    [InlineData(typeof(CallInvoker))]
    [InlineData(typeof(ICompressionProvider))]
    [InlineData(typeof(GrpcReflectionServiceExtensions))]
    [InlineData(typeof(RpcStatusExtensions))]
    [InlineData(typeof(DiagnosticContext))]
    [InlineData(typeof(CompactJsonFormatter))]
    [InlineData(typeof(GrpcJsonTranscodingOptions))]
    public void The_public_api_is_the_listed_one(Type typeOfAssembly)
    {
        var assembly = typeOfAssembly.Assembly;
        var id = assembly.GetName().Name!;
        StandIns.SkipUnlessInUse(id);
        var listing = Listing.Read(id);

        var printed = Listing.Parse(ApiPrinter.Print(assembly));

        Assert.Equal(listing.Identity, printed.Identity);
        AssertNone("has what the listing lacks", printed.Members.Except(listing.Members.Select(AsReleased)));
        AssertNone("lacks what the listing has", listing.Members.Select(AsReleased).Except(printed.Members));
    }

    [Theory]
    [InlineData("VerifyTests", "Verify")]
    [InlineData("VerifyXunit", "Verify.XunitV3")]
    public void What_is_public_in_Verify_is_listed(string space, string packageId)
    {
        StandIns.SkipUnlessInUse("Verify.XunitV3");
        var listing = Listing.Read(packageId);

        var printed = Listing.Parse(ApiPrinter.Print(typeof(Verifier).Assembly)).Members
            .Where(member => member.StartsWith($"{space}:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(printed);
        AssertNone("has what the listing lacks", printed.Except(listing.Members));
    }

    [Fact]
    public void Verify_has_public_types_in_its_two_namespaces_alone()
    {
        var spaces = typeof(Verifier).Assembly.GetExportedTypes()
            .Concat(typeof(VerifySettings).Assembly.GetExportedTypes()).Select(type => type.Namespace).Distinct().Order();

        Assert.Equal(["VerifyTests", "VerifyXunit"], spaces);
    }

    [Fact]
    public void Verify_learns_the_source_file_from_the_compiler()
    {
        var parameters = typeof(Verifier).GetMethods().SelectMany(method => method.GetParameters())
            .Where(parameter => parameter is { Name: "sourceFile", HasDefaultValue: true }).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.True(parameter.IsDefined(typeof(CallerFilePathAttribute)), $"{parameter.Member}"));
    }

    [Fact]
    public void Grpc_AspNetCore_has_no_types_of_its_own()
    {
        StandIns.SkipUnlessInUse("Grpc.AspNetCore");

        Assert.Empty(Assembly.Load("Grpc.AspNetCore").GetExportedTypes());
    }

    [Fact]
    public void Microsoft_Data_Sqlite_brings_a_provider_and_a_library_that_work()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT 6 * 7";

        Assert.Equal(42L, command.ExecuteScalar());
        // Older ones have the advisory GHSA-2m69-gcr7-jv3q.
        Assert.True(Version.Parse(database.ServerVersion) >= new Version(3, 50, 2), database.ServerVersion);
        Assert.Equal("10.0.14", typeof(SqliteConnection).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
    }

    [Theory]
    [InlineData(typeof(CallInvoker), "Grpc.Core.Api")]
    [InlineData(typeof(ICompressionProvider), "Grpc.Net.Common")]
    [InlineData(typeof(DiagnosticContext), "Serilog.Extensions.Hosting")]
    [InlineData(typeof(RpcStatusExtensions), "Grpc.StatusProto")]
    [InlineData(typeof(GrpcJsonTranscodingOptions), "Microsoft.AspNetCore.Grpc.JsonTranscoding")]
    [InlineData(typeof(CompactJsonFormatter), "Serilog.Formatting.Compact")]
    [InlineData(typeof(VerifySettings), "Verify")]
    public void What_is_obsolete_is_marked_and_nothing_else(Type typeOfAssembly, string packageId)
    {
        StandIns.SkipUnlessInUse(packageId == "Verify" ? "Verify.XunitV3" : packageId);
        var listed = Listing.Read(packageId).Obsolete;

        var members = ObsoleteMembers.Of(typeOfAssembly.Assembly).ToList();

        Assert.Equal(
            members.Select(member => member.Name).Where(listed.Contains).Order(),
            members.Where(member => member.IsObsolete).Select(member => member.Name).Order());
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

    private static string AsReleased(string member) =>
        Released.Aggregate(member, (text, change) => text.Replace(change.Key, change.Value, StringComparison.Ordinal));

    private static void AssertNone(string problem, IEnumerable<string> members)
    {
        var found = members.Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"The stand-in {problem}:\n{string.Join('\n', found)}");
    }
}
