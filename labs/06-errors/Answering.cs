using Grpc.Core;
using Workshop.Errors.V1;

namespace Workshop.Errors;

/// <summary>Answers the calls of <c>workshop.errors.v1.ErrorsService</c>.</summary>
internal sealed class Answering : ErrorsService.ErrorsServiceBase
{
    public override Task<AnswerResponse> Answer(AnswerRequest request, ServerCallContext context)
    {
        // TODO 06.1: answer the question.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 06.1 is not done yet. See labs/06-errors/README.md."));
    }
}
