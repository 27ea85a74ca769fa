using Google.Protobuf;
using Grpc.Core;
using Workshop.Files.V1;
using Workshop.ServiceDefaults;

namespace Workshop.Upload;

/// <summary>The messages of one upload, in the right order.</summary>
internal sealed class IncomingMessages(MessageWait wait, IncomingFile file, UploadOptions options)
{
    private readonly MessageOrder _order = new();

    /// <summary>The message that came last.</summary>
    public UploadFileRequest Current => wait.Current;

    /// <summary>Waits for the next message. False: there is none, because the client closed the stream, or no more is
    /// needed.</summary>
    /// <exception cref="RpcException">The message is refused, or the wait was interrupted.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        if (file.IsComplete)
        {
            return false;
        }

        if (!await NextAsync())
        {
            _order.CheckEnd();
            return false;
        }

        _order.Check(Current.PayloadCase);
        return true;
    }

    // What gRPC cannot read has a status, but no reason for programs.
    private async ValueTask<bool> NextAsync()
    {
        try
        {
            return await wait.MoveNextAsync();
        }
        catch (RpcException exception) when (
            exception.StatusCode is StatusCode.ResourceExhausted && ErrorDomain.ReasonOf(exception).Length == 0)
        {
            throw UploadErrors.MessageTooLarge(options.MaxMessageBytes);
        }
        catch (InvalidProtocolBufferException)
        {
            throw UploadErrors.MessageUnreadable();
        }
    }
}
