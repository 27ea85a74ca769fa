using Grpc.Core;
using Workshop.Scaffold.V1;

namespace Workshop.Scaffold;

/// <summary>Answers the calls of <c>workshop.scaffold.v1.ScaffoldService</c>.</summary>
internal sealed class Answering : ScaffoldService.ScaffoldServiceBase
{
    public override Task<AnswerResponse> Answer(AnswerRequest request, ServerCallContext context)
    {
        // TODO 00.1: answer the question.
        throw new RpcException(new Status(
            StatusCode.Unimplemented, "TODO 00.1 is not done yet. See labs/00-scaffold/README.md."));
    }
}
