using Microsoft.AspNetCore.Builder;
using Workshop.JsonTranscoding.Tests.Servers;
using Workshop.Transcoding.Mistakes.V1;

namespace Workshop.JsonTranscoding.Tests;

/// <summary>A rule that cannot be used stops the server at start, with a sentence that says where and what to do.</summary>
public sealed class AnnotationMistakeTests
{
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { nameof(UnknownVariable), "/v1/{no_such_field}", "'no_such_field' is no field", "Use the name" },
        { nameof(JsonNameAsVariable), "/v1/{otherName}", "'otherName' is no field", "as it is in the .proto file" },
        { nameof(UnknownInnerVariable), "/v1/{user.no_such_field}", "'user.no_such_field' is no field", "Use the name" },
        { nameof(RepeatedVariable), "/v1/{texts}", "'texts' is a repeated field or a message", "Use a field with a single value" },
        { nameof(MessageVariable), "/v1/{user}", "'user' is a repeated field or a message", "Use a field with a single value" },
        { nameof(VariableTwice), "/v1/{text}/{text}", "'text' is there twice", "Correct the template" },
        { nameof(UnknownBody), "/v1/run", "the body 'no_such_field'", "\"*\" for all" },
        { nameof(InnerBody), "/v1/run", "the body 'user.address'", "\"*\" for all" },
        { nameof(UnknownResponseBody), "/v1/run", "the response_body 'no_such_field'", "leave response_body out" },
        { nameof(InnerResponseBody), "/v1/run", "the response_body 'user.id'", "leave response_body out" },
        { nameof(NoSlash), "v1/run", "begin with '/'", "Correct the template" },
        { nameof(EmptySegment), "/v1//run", "a segment is missing", "Correct the template" },
        { nameof(OpenVariable), "/v1/{text", "must end with '}'", "Correct the template" },
        { nameof(VariableInVariable), "/v1/{text=a/{renamed}}", "cannot contain another one", "Correct the template" },
        { nameof(AfterRest), "/v1/{text=**}/end", "can follow '**'", "Correct the template" },
        { nameof(PartOfSegment), "/v1/books/ext-{text}", "'{' cannot stand there", "Correct the template" },
        { nameof(RouteConstraint), "/v1/{small:int}", "Route constraints", "Correct the template" },
        { nameof(EmptyVerb), "/v1/{text}:", "a verb after ':' is missing", "Correct the template" },
        { nameof(NoPattern), "google.api.http", "it has no pattern", "Give it one of get" },
        { nameof(PatternTwice), "/v1/{renamed}/run", "matches the same requests (GET) as '/v1/{text}/run'", "Give one of them another" },
        { nameof(MistakeInBinding), "/v2/{no_such_field}", "'no_such_field' is no field", "Use the name" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task The_server_does_not_start(string service, string template, string problem, string advice)
    {
        var exception = await Record.ExceptionAsync(() => TestServer.StartAsync(app => Map(app, service)));

        var sentence = Assert.IsType<InvalidOperationException>(exception).Message;
        Assert.Contains($"workshop.transcoding.mistakes.v1.{service}.Run", sentence, StringComparison.Ordinal);
        Assert.Contains(template, sentence, StringComparison.Ordinal);
        Assert.Contains(problem, sentence, StringComparison.Ordinal);
        Assert.Contains(advice, sentence, StringComparison.Ordinal);
    }

    private static void Map(WebApplication app, string service) => _ = service switch
    {
        nameof(UnknownVariable) => app.MapGrpcService<UnknownVariableService>(),
        nameof(JsonNameAsVariable) => app.MapGrpcService<JsonNameAsVariableService>(),
        nameof(UnknownInnerVariable) => app.MapGrpcService<UnknownInnerVariableService>(),
        nameof(RepeatedVariable) => app.MapGrpcService<RepeatedVariableService>(),
        nameof(MessageVariable) => app.MapGrpcService<MessageVariableService>(),
        nameof(VariableTwice) => app.MapGrpcService<VariableTwiceService>(),
        nameof(UnknownBody) => app.MapGrpcService<UnknownBodyService>(),
        nameof(InnerBody) => app.MapGrpcService<InnerBodyService>(),
        nameof(UnknownResponseBody) => app.MapGrpcService<UnknownResponseBodyService>(),
        nameof(InnerResponseBody) => app.MapGrpcService<InnerResponseBodyService>(),
        nameof(NoSlash) => app.MapGrpcService<NoSlashService>(),
        nameof(EmptySegment) => app.MapGrpcService<EmptySegmentService>(),
        nameof(OpenVariable) => app.MapGrpcService<OpenVariableService>(),
        nameof(VariableInVariable) => app.MapGrpcService<VariableInVariableService>(),
        nameof(AfterRest) => app.MapGrpcService<AfterRestService>(),
        nameof(PartOfSegment) => app.MapGrpcService<PartOfSegmentService>(),
        nameof(RouteConstraint) => app.MapGrpcService<RouteConstraintService>(),
        nameof(EmptyVerb) => app.MapGrpcService<EmptyVerbService>(),
        nameof(NoPattern) => app.MapGrpcService<NoPatternService>(),
        nameof(PatternTwice) => app.MapGrpcService<PatternTwiceService>(),
        nameof(MistakeInBinding) => app.MapGrpcService<MistakeInBindingService>(),
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "There is no such service here."),
    };

    private sealed class UnknownVariableService : UnknownVariable.UnknownVariableBase;

    private sealed class JsonNameAsVariableService : JsonNameAsVariable.JsonNameAsVariableBase;

    private sealed class UnknownInnerVariableService : UnknownInnerVariable.UnknownInnerVariableBase;

    private sealed class RepeatedVariableService : RepeatedVariable.RepeatedVariableBase;

    private sealed class MessageVariableService : MessageVariable.MessageVariableBase;

    private sealed class VariableTwiceService : VariableTwice.VariableTwiceBase;

    private sealed class UnknownBodyService : UnknownBody.UnknownBodyBase;

    private sealed class InnerBodyService : InnerBody.InnerBodyBase;

    private sealed class UnknownResponseBodyService : UnknownResponseBody.UnknownResponseBodyBase;

    private sealed class InnerResponseBodyService : InnerResponseBody.InnerResponseBodyBase;

    private sealed class NoSlashService : NoSlash.NoSlashBase;

    private sealed class EmptySegmentService : EmptySegment.EmptySegmentBase;

    private sealed class OpenVariableService : OpenVariable.OpenVariableBase;

    private sealed class VariableInVariableService : VariableInVariable.VariableInVariableBase;

    private sealed class AfterRestService : AfterRest.AfterRestBase;

    private sealed class PartOfSegmentService : PartOfSegment.PartOfSegmentBase;

    private sealed class RouteConstraintService : RouteConstraint.RouteConstraintBase;

    private sealed class EmptyVerbService : EmptyVerb.EmptyVerbBase;

    private sealed class NoPatternService : NoPattern.NoPatternBase;

    private sealed class PatternTwiceService : PatternTwice.PatternTwiceBase;

    private sealed class MistakeInBindingService : MistakeInBinding.MistakeInBindingBase;
}
