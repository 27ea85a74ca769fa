using Google.Protobuf;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Reads a batch to its end, within its limits.</summary>
internal static class IncomingBatch
{
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is empty, or too large, or no message. DEADLINE_EXCEEDED: it does not end in time. UNAVAILABLE:
    /// the server stops.</exception>
    public static async Task<IReadOnlyList<User>> ReadAsync(
        IAsyncStreamReader<CreateUsersRequest> stream, TimeSpan limit, CancellationToken stopping, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        timeout.CancelAfter(limit);
        var batch = new List<User>();
        var bytes = 0;
        try
        {
            while (await stream.MoveNext(timeout.Token))
            {
                bytes += stream.Current.CalculateSize();
                if (batch.Count == UsersOptions.MaxBatchUsers || bytes > UsersOptions.MaxBatchBytes)
                {
                    throw UserErrors.BatchInvalid("The batch is too large.");
                }

                batch.Add(SentUser.Of(stream.Current.User));
            }
        }
        // The second is what a message throws that says it is compressed, and is not.
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidDataException)
        {
            throw UserErrors.MessageUnreadable();
        }
        // The connection may throw before it cancels the call.
        catch (IOException)
        {
            throw UserErrors.ClientGone();
        }
        // grpc-dotnet makes an RpcException of a cancelled MoveNext, or passes the exception on: the token tells.
        catch (Exception exception) when (exception is not RpcException { StatusCode: StatusCode.InvalidArgument }
            && timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw stopping.IsCancellationRequested ? UserErrors.ServerStopping() : UserErrors.BatchTooSlow(limit);
        }

        return batch.Count > 0 ? batch : throw UserErrors.BatchInvalid("There is no user in the batch.");
    }
}
