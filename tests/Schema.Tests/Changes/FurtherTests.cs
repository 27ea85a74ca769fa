using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Workshop.Evolution;

namespace Workshop.Schema.Tests.Changes;

/// <summary>What changes do that no table of values can show.</summary>
public sealed class FurtherTests
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    [Fact]
    public void A_message_without_a_required_field_is_accepted_by_CSharp_and_says_so_only_when_asked()
    {
        var message = Release.Of(Change.All.Single(change => change.Id == "35"), "After").Parse([8, 1]);

        Assert.False(message.IsInitialized());
        Assert.Equal([8, 1], message.ToByteArray());
    }

    [Fact]
    public void A_value_that_is_not_sent_is_the_default_of_whoever_reads()
    {
        var change = Change.All.Single(change => change.Id == "36");

        Assert.Equal((5, 6), (Value("Before"), Value("After")));

        int Value(string release)
        {
            var found = Release.Of(change, release);
            return (int)found.Type.FindFieldByName("v").Accessor.GetValue(found.Parse([]));
        }
    }

    [Fact]
    public void An_alias_prints_the_name_that_is_declared_first()
    {
        var after = Release.Of(Change.All.Single(change => change.Id == "33"), "After");

        Assert.Contains("E_FIRST", JsonFormatter.Default.Format(after.Parse([8, 1])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workshop.users.v1.UserService", "Fetch")]
    [InlineData("workshop.users.v1.Directory", "GetUser")]
    [InlineData("workshop.directory.v1.UserService", "GetUser")]
    public async Task A_renamed_rpc_service_or_package_is_UNIMPLEMENTED(string service, string method)
    {
        await using var app = EvolutionApp.Create(["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var channel = GrpcChannel.ForAddress(app.Urls.First());

        Assert.Equal(StatusCode.Unimplemented, await CallAsync(channel, service, method));
        Assert.Equal(StatusCode.NotFound, await CallAsync(channel, "workshop.users.v1.UserService", "GetUser"));
    }

    [Theory]
    [InlineData(1, StatusCode.OK)]
    [InlineData(2, StatusCode.Internal)]
    [InlineData(0, StatusCode.Internal)]
    public async Task A_unary_client_understands_a_streaming_server_while_exactly_one_message_comes(int messages, StatusCode status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        await using var app = builder.Build();
        app.MapPost("/r40.S/Watch", async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await context.Response.StartAsync(context.RequestAborted);
            for (var i = 0; i < messages; i++)
            {
                // Not compressed, two bytes: v = 1.
                await context.Response.Body.WriteAsync(new byte[] { 0, 0, 0, 0, 2, 8, 1 }, context.RequestAborted);
            }

            context.Response.AppendTrailer("grpc-status", "0");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var channel = GrpcChannel.ForAddress(app.Urls.First());

        Assert.Equal(status, await CallAsync(channel, "r40.S", "Watch"));
    }

    [Fact]
    public void Another_namespace_is_another_type_for_CSharp_and_the_same_contract_for_everybody_else()
    {
        var change = Change.All.Single(change => change.Id == "41");
        var (before, after) = (Release.Of(change, "Before").Type, Release.Of(change, "After").Type);

        Assert.NotEqual(before.ClrType, after.ClrType);
        Assert.Equal(before.FullName, after.FullName);
    }

    [Fact]
    public void Unknown_fields_survive_a_clone_and_are_lost_by_JSON_and_by_a_parser_that_discards_them()
    {
        var newer = new Users.V2.User { Id = 7, Phone = "555" };
        var old = Users.V1.User.Parser.ParseFrom(newer.ToByteArray());

        Assert.Equal(newer.ToByteArray(), old.Clone().ToByteArray());
        Assert.NotEqual(newer.ToByteArray(), Users.V1.User.Parser.ParseJson(JsonFormatter.Default.Format(old)).ToByteArray());
        Assert.NotEqual(newer.ToByteArray(), Users.V1.User.Parser.WithDiscardUnknownFields(true).ParseFrom(newer.ToByteArray()).ToByteArray());
    }

    private static async Task<StatusCode> CallAsync(GrpcChannel channel, string service, string method)
    {
        try
        {
            using var call = channel.CreateCallInvoker().AsyncUnaryCall(
                new Method<byte[], byte[]>(MethodType.Unary, service, method, Bytes, Bytes), null, new CallOptions(deadline: DateTime.UtcNow.AddSeconds(10)), [8, 1]);
            await call.ResponseAsync;
            return StatusCode.OK;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode;
        }
    }
}
