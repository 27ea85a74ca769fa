using Grpc.Core;
using Workshop.Users.Next;

namespace Workshop.Evolution;

/// <summary>Serves the release that <c>users.proto</c> describes.</summary>
internal sealed class ReleaseService(UserStore store) : UserService.UserServiceBase
{
    public override Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
        Task.FromResult(new GetUserResponse { User = User.Parser.ParseFrom(store.Get(request.Id)) });

    public override Task<SaveUserResponse> SaveUser(SaveUserRequest request, ServerCallContext context)
    {
        store.Save(request.User?.Id ?? 0, request.User);
        return Task.FromResult(new SaveUserResponse { User = request.User });
    }
}
