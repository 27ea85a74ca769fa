using System.Collections.Concurrent;
using Google.Protobuf;

namespace Workshop.Evolution;

/// <summary>The users in memory, as bytes: whatever release wrote them, no field is lost here.</summary>
internal sealed class UserStore
{
    private const int MaxUsers = 10_000;
    private const int MaxBytes = 64 * 1024;

    private readonly ConcurrentDictionary<long, byte[]> _users = new();

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public byte[] Get(long id) => Find(id) ?? throw DirectoryErrors.UserNotFound(id);

    /// <returns>Null when no user has this id.</returns>
    public byte[]? Find(long id) => _users.GetValueOrDefault(id);

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, RESOURCE_EXHAUSTED.</exception>
    public void Save(long id, IMessage? user)
    {
        if (id < 1 || user is null)
        {
            throw DirectoryErrors.IdMissing(id);
        }

        if (user.CalculateSize() > MaxBytes)
        {
            throw DirectoryErrors.UserTooLarge(user.CalculateSize(), MaxBytes);
        }

        lock (_users)
        {
            if (_users.Count >= MaxUsers && !_users.ContainsKey(id))
            {
                throw DirectoryErrors.DirectoryFull(MaxUsers);
            }

            _users[id] = user.ToByteArray();
        }
    }
}
