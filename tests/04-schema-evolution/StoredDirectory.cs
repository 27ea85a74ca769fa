using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Workshop.Users.V1;

namespace Workshop.Checks;

/// <summary>A server of version 1 as it is out there. It keeps what it is sent, unknown fields too.</summary>
internal sealed class StoredDirectory : UserService.UserServiceBase
{
    private readonly ConcurrentDictionary<long, User> _users = new();

    /// <summary>Stores a user that a program of another release has written.</summary>
    public StoredDirectory With(IMessage user)
    {
        var stored = User.Parser.ParseFrom(user.ToByteArray());
        _users[stored.Id] = stored;
        return this;
    }

    /// <summary>A stored user, as a program of version 2 reads it.</summary>
    public Workshop.Users.V2.User Read(long id) =>
        _users.TryGetValue(id, out var user) ? Workshop.Users.V2.User.Parser.ParseFrom(user.ToByteArray()) : new Workshop.Users.V2.User();

    public override Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) =>
        Task.FromResult(new GetUserResponse { User = _users.GetValueOrDefault(request.Id) ?? new User() });

    public override Task<SaveUserResponse> SaveUser(SaveUserRequest request, ServerCallContext context)
    {
        With(request.User);
        return Task.FromResult(new SaveUserResponse { User = request.User });
    }
}
