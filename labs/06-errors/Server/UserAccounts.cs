using Grpc.Core;
using Microsoft.Data.Sqlite;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Answers the calls of <c>workshop.users.v3.UserService</c>. What it refuses is decided in the lab's own files.</summary>
internal sealed class UserAccounts(IUserStore store, PageTokenKey pageTokenKey, OpenStreams streams, UsersOptions options) : UserService.UserServiceBase
{
    private const int UsersAtATime = 100;

    public override async Task<CreateUserResponse> CreateUser(CreateUserRequest request, ServerCallContext context)
    {
        var user = SentUser.Of(request.User);
        UserRules.Check(user);
        return new CreateUserResponse
        {
            User = await store.WriteAsync(users => Add(users, user), context.CancellationToken),
        };
    }

    public override async Task<GetUserResponse> GetUser(GetUserRequest request, ServerCallContext context) => new()
    {
        User = await store.ReadAsync(users => users.Find(request.Id), context.CancellationToken)
            ?? throw ResourceErrors.NotFound(request.Id),
    };

    public override async Task<UpdateUserResponse> UpdateUser(UpdateUserRequest request, ServerCallContext context)
    {
        var (id, etag) = (request.User?.Id ?? 0, request.User?.Etag ?? "");
        var sent = SentUser.Of(request.User);
        return new UpdateUserResponse { User = await TwoWriters.ChangeAsync(store, id, etag, Change, context.CancellationToken) };

        User Change(UserTable users, User stored)
        {
            var changed = request.UpdateMask is { Paths.Count: > 0 } mask ? MaskedUpdate.Apply(stored, sent, mask) : sent.Clone();
            SentUser.ClearWhatTheServerDecides(changed);
            UserRules.Check(changed);
            (changed.Id, changed.CreatedAt) = (stored.Id, stored.CreatedAt);
            if (IsAdministrator(stored) && !IsAdministrator(changed))
            {
                LastAdministrator.Check(users, stored);
            }

            return Writing(changed, () => users.Replace(changed));
        }
    }

    public override async Task<DeleteUserResponse> DeleteUser(DeleteUserRequest request, ServerCallContext context)
    {
        await TwoWriters.ChangeAsync(store, request.Id, request.Etag, Delete, context.CancellationToken);
        return new DeleteUserResponse();

        static User Delete(UserTable users, User stored)
        {
            if (IsAdministrator(stored))
            {
                LastAdministrator.Check(users, stored);
            }

            users.Remove(stored.Id);
            return stored;
        }
    }

    public override async Task ListUsers(
        ListUsersRequest request, IServerStreamWriter<ListUsersResponse> responseStream, ServerCallContext context)
    {
        using var place = streams.Enter(context);
        var (filter, size) = Listing.Read(request);
        var after = request.PageToken.Length == 0 ? 0 : PageTokens.Read(request.PageToken, filter, pageTokenKey.Bytes);
        for (var left = size; left > 0;)
        {
            // Some at a time: how large a page is must not decide how much memory it takes. One more says whether another page follows.
            var count = Math.Min(left, UsersAtATime);
            var users = await store.ReadAsync(users => users.Page(filter, after, count + 1), context.CancellationToken);
            foreach (var user in users.Take(count))
            {
                left--;
                after = user.Id;
                var token = left == 0 && users.Count > count ? PageTokens.Write(after, filter, pageTokenKey.Bytes) : "";
                await SendAsync(responseStream, new ListUsersResponse { User = user, NextPageToken = token }, context.CancellationToken);
            }

            left = users.Count > count ? left : 0;
        }
    }

    public override async Task<CreateUsersResponse> CreateUsers(
        IAsyncStreamReader<CreateUsersRequest> requestStream, ServerCallContext context)
    {
        using var place = streams.Enter(context);
        // First all of it: while a client sends, nobody must wait for its transaction.
        var batch = await IncomingBatch.ReadAsync(requestStream, options.BatchTimeout, streams.Stopping, context.CancellationToken);
        return await store.WriteAsync(
            users => UserBatch.Store(batch, sent =>
            {
                UserRules.Check(sent);
                return Add(users, sent);
            }),
            context.CancellationToken);
    }

    // While a client does not read, a write does not end. To cancel the write would reset the stream, and the client would get no status.
    private async Task SendAsync(IServerStreamWriter<ListUsersResponse> stream, ListUsersResponse response, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(response, cancellationToken).WaitAsync(options.StallLimit, streams.Stopping);
        }
        catch (TimeoutException)
        {
            throw UserErrors.ListTooSlow(options.StallLimit);
        }
        catch (OperationCanceledException) when (streams.Stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw UserErrors.ServerStopping();
        }
    }

    private User Add(UserTable users, User user) => users.Count < options.MaxUsers
        ? Writing(user, () => users.Add(user))
        : throw UserErrors.UsersFull(options.MaxUsers);

    private static User Writing(User user, Func<User> write)
    {
        try
        {
            return write();
        }
        catch (SqliteException problem) when (UniqueIndex.FieldOf(problem) is { } field)
        {
            throw ResourceErrors.Taken(field, user);
        }
    }

    private static bool IsAdministrator(User user) => user is { Role: Role.Admin, Active: true };
}
