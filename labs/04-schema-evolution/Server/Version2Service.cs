using Grpc.Core;
using Workshop.Users.V2;

namespace Workshop.Evolution;

/// <summary>Serves clients of version 2.</summary>
internal sealed class Version2Service(UserStore store) : UserService.UserServiceBase
{
    public override Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
        Task.FromResult(new GetUserResponse { User = User.Parser.ParseFrom(store.Get(request.Id)) });

    public override Task<SaveUserResponse> SaveUser(SaveUserRequest request, ServerCallContext context)
    {
        store.Save(request.User?.Id ?? 0, request.User);
        return Task.FromResult(new SaveUserResponse { User = request.User });
    }
}
