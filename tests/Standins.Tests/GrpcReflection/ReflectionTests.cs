using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Workshop.Standins.V1;
using Alpha = Grpc.Reflection.V1Alpha;
using Kind = Grpc.Reflection.V1.ServerReflectionResponse.MessageResponseOneofCase;

namespace Workshop.Standins.Tests.GrpcReflection;

/// <summary>Server reflection over a connection.</summary>
public sealed class ReflectionTests(ReflectingServer server) : IClassFixture<ReflectingServer>
{
    private const string FileName = "failures.proto";

    [Fact]
    public async Task Services_with_a_contract_are_listed()
    {
        var response = await AskAsync(new ServerReflectionRequest { ListServices = "" });

        Assert.Equal(
            ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "workshop.standins.v1.FailureService"],
            response.ListServicesResponse.Service.Select(service => service.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("workshop.standins.v1.FailureService", FileName)]
    [InlineData("workshop.standins.v1.FailureService.Fail", FileName)]
    [InlineData("workshop.standins.v1.Failure", FileName)]
    [InlineData("google.rpc.Status", "google/rpc/status.proto")]
    [InlineData("google.rpc.BadRequest.FieldViolation", "google/rpc/error_details.proto")]
    [InlineData("google.rpc.Code", "google/rpc/code.proto")]
    public async Task The_file_of_a_symbol_is_found(string symbol, string file)
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        Assert.Contains(file, FilesIn(response).Select(found => found.Name));
    }

    [Fact]
    public async Task A_file_is_found_by_its_name_as_it_was_compiled()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileByFilename = FileName });

        Assert.Contains(
            FailuresReflection.Descriptor.SerializedData, response.FileDescriptorResponse.FileDescriptorProto);
    }

    [Fact]
    public async Task All_files_that_a_client_needs_can_be_asked_for()
    {
        var files = new Dictionary<string, FileDescriptorProto>();
        var waiting = new Queue<string>([FileName]);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var file in FilesIn(await AskAsync(new ServerReflectionRequest { FileByFilename = name })))
            {
                files[file.Name] = file;
            }

            foreach (var import in files[name].Dependency.Where(import => !files.ContainsKey(import)))
            {
                waiting.Enqueue(import);
            }
        }

        Assert.Contains("google/protobuf/descriptor.proto", files.Keys);
        Assert.All(files.Values, file => Assert.All(file.Dependency, import => Assert.Contains(import, files.Keys)));
    }

    [Theory]
    [InlineData("no.such.Symbol")]
    [InlineData("")]
    public async Task An_unknown_symbol_is_an_error_response(string symbol)
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        Assert.Equal(Kind.ErrorResponse, response.MessageResponseCase);
        Assert.Equal((int)StatusCode.NotFound, response.ErrorResponse.ErrorCode);
        Assert.NotEmpty(response.ErrorResponse.ErrorMessage);
    }

    [Fact]
    public async Task An_unknown_file_is_an_error_response()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileByFilename = "no/such.proto" });

        Assert.Equal((int)StatusCode.NotFound, response.ErrorResponse.ErrorCode);
    }

    [Fact]
    public async Task Many_requests_on_one_stream_are_answered_in_their_order_also_after_an_error()
    {
        ServerReflectionRequest[] requests =
        [
            new() { ListServices = "*", Host = "one" },
            new() { FileContainingSymbol = "no.such.Symbol", Host = "two" },
            new() { Host = "three" },
            new() { FileByFilename = FileName, Host = "four" },
        ];
        using var call = Client().ServerReflectionInfo(deadline: Soon());

        var responses = new List<ServerReflectionResponse>();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            responses.Add(call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(
            [Kind.ListServicesResponse, Kind.ErrorResponse, Kind.ErrorResponse, Kind.FileDescriptorResponse],
            responses.Select(response => response.MessageResponseCase));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task The_older_version_answers_alike()
    {
        using var call = new Alpha.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(deadline: Soon());
        await call.RequestStream.WriteAsync(
            new Alpha.ServerReflectionRequest { FileContainingSymbol = "google.rpc.Code" }, TestContext.Current.CancellationToken);
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var newer = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = "google.rpc.Code" });

        Assert.Equal(newer.ToByteString(), call.ResponseStream.Current.ToByteString());
    }

    [Fact]
    public async Task A_convention_is_for_both_versions()
    {
        using var newer = Client().ServerReflectionInfo(deadline: Soon());
        using var older = new Alpha.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(deadline: Soon());
        await newer.RequestStream.CompleteAsync();
        await older.RequestStream.CompleteAsync();

        Assert.Equal("yes", (await newer.ResponseHeadersAsync).GetValue(ReflectingServer.Header));
        Assert.Equal("yes", (await older.ResponseHeadersAsync).GetValue(ReflectingServer.Header));
    }

    private static IEnumerable<FileDescriptorProto> FilesIn(ServerReflectionResponse response) =>
        response.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom);

    private static DateTime Soon() => DateTime.UtcNow.AddSeconds(20);

    private ServerReflection.ServerReflectionClient Client() => new(server.Channel);

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using var call = Client().ServerReflectionInfo(deadline: Soon());
        await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync().SingleAsync();
    }
}
