using Grpc.Core;
using Workshop.Errors.V1;

namespace Workshop.Errors;

/// <summary>Answers the calls of <c>workshop.errors.v1.ErrorsService</c>.</summary>
internal sealed class Answering : ErrorsService.ErrorsServiceBase
{
    public override Task<AnswerResponse> Answer(AnswerRequest request, ServerCallContext context)
    {
        return Task.FromResult(new AnswerResponse { Answer = request.Question });
    }
}
