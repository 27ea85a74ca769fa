using Google.Api;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Standins.V1;

namespace Workshop.Standins.Tests.GrpcStatusProto;

internal sealed class Failures : FailureService.FailureServiceBase
{
    public override Task<Empty> Fail(Google.Rpc.Status request, ServerCallContext context) =>
        throw request.ToRpcException();

    public override Task<Empty> FailOtherwise(Google.Rpc.Status request, ServerCallContext context) =>
        throw request.ToRpcException(StatusCode.Aborted, "Something else.");

    public override Task<Empty> FailWithBytes(HttpBody request, ServerCallContext context) => throw new RpcException(
        new Status(StatusCode.DataLoss, "Read the trailer."),
        new Metadata { { MetadataExtensions.StatusDetailsTrailerName, request.Data.ToByteArray() } });
}
