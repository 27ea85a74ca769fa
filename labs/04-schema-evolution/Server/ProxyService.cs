using Grpc.Core;
using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>Forwards calls to another server. It knows version 1 as it is out there, and nothing newer.</summary>
internal sealed class ProxyService(UserService.UserServiceClient upstream) : UserService.UserServiceBase
{
    public override async Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
        await upstream.GetUserAsync(request, deadline: context.Deadline, cancellationToken: context.CancellationToken);

    public override async Task<SaveUserResponse> SaveUser(SaveUserRequest request, ServerCallContext context)
    {
        if (request.User is not null)
        {
            request.User = Forwarding.WithPlainEmail(request.User);
        }

        return await upstream.SaveUserAsync(request, deadline: context.Deadline, cancellationToken: context.CancellationToken);
    }
}
