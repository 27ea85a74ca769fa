using Grpc.Core;
using Workshop.Users.V1;

namespace Workshop.Evolution;

/// <summary>Serves clients of version 1 from a directory of version 2.</summary>
internal sealed class Version1Service(UserStore store) : UserService.UserServiceBase
{
    public override Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
        Task.FromResult(new GetUserResponse { User = TwoVersions.ToVersion1(Users.V2.User.Parser.ParseFrom(store.Get(request.Id))) });

    public override Task<SaveUserResponse> SaveUser(SaveUserRequest request, ServerCallContext context)
    {
        var user = request.User is null ? null : TwoVersions.ToVersion2(request.User, Find(request.User.Id));
        store.Save(user?.Id ?? 0, user);
        return Task.FromResult(new SaveUserResponse { User = request.User });
    }

    private Users.V2.User? Find(long id) => store.Find(id) is { } bytes ? Users.V2.User.Parser.ParseFrom(bytes) : null;
}
