using Grpc.Core;
using Workshop.Scaffold.V1;

namespace Workshop.Scaffold;

/// <summary>Answers the calls of <c>workshop.scaffold.v1.ScaffoldService</c>.</summary>
internal sealed class Answering : ScaffoldService.ScaffoldServiceBase
{
    public override Task<AnswerResponse> Answer(AnswerRequest request, ServerCallContext context)
    {
        return Task.FromResult(new AnswerResponse { Answer = request.Question });
    }
}
