using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Workshop.Transcoding.V1;

namespace Workshop.JsonTranscoding.Tests.Servers;

/// <summary>Does what the test wants.</summary>
internal sealed class CallingService(CallsOfTest calls) : CallService.CallServiceBase
{
    public override Task<CallResponse> Run(CallRequest request, ServerCallContext context) => calls.Run(request, context);

    public override Task Count(
        CallRequest request, IServerStreamWriter<CallResponse> responseStream, ServerCallContext context) =>
        calls.Count(request, responseStream, context);

    [Authorize]
    public override Task<CallResponse> Guarded(CallRequest request, ServerCallContext context) =>
        Task.FromResult(new CallResponse { Text = context.GetHttpContext().User.Identity?.Name ?? "nobody" });
}
