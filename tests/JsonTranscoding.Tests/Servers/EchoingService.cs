using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>Answers each request with itself.</summary>
internal sealed class EchoingService : EchoService.EchoServiceBase
{
    public override Task<Everything> Get(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetText(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetSmall(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetLevel(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetAt(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetUser(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetCity(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetShelf(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetBook(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetTwo(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetRest(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetTree(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> GetAnyOne(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Cancel(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> ListAll(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Restore(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Whole(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> WholeOf(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> OneUser(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Users(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Labels(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Small(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> NoBody(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Look(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> OnlyText(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> OnlyUser(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> OnlyNumbers(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> OnlyLabels(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Bound(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Oneof(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Everything> Hidden(Everything request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Empty> Remove(Everything request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<StringValue> Wrapped(Everything request, ServerCallContext context) =>
        Task.FromResult(new StringValue { Value = request.Text });
}
