using Grpc.Core;
using Workshop.StatusTour.V1;

namespace Workshop.Errors.Tour;

/// <summary><c>EndCall</c> for REST.</summary>
internal sealed class StatusTourRest : StatusTourRestService.StatusTourRestServiceBase
{
    public override Task<EndCallResponse> EndCall(EndCallRequest request, ServerCallContext context) =>
        Task.FromResult(StatusTour.Answer(request));
}
