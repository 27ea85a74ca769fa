using System.Text;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>What a request may ask for. All that is wrong is INVALID_ARGUMENT, and names the field.</summary>
internal sealed class RequestRules(ChatOptions options)
{
    private const int LongestRoomId = 64;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void CheckStart(string field, int history, Resume? resume)
    {
        if (history < 0)
        {
            throw ChatErrors.HistoryOutside($"{field}history", history);
        }

        if (resume is { LastSeq: < 0 })
        {
            throw ChatErrors.ResumeInvalid($"{field}resume.last_seq", $"last_seq is {resume.LastSeq}: give the number of the last event that came.");
        }

        if (resume?.RoomId is { } id && Encoding.UTF8.GetByteCount(id) > LongestRoomId)
        {
            throw ChatErrors.ResumeInvalid($"{field}resume.room_id", $"room_id is longer than {LongestRoomId} bytes: give the one that came in `present`.");
        }
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void CheckRoom(string field, string room)
    {
        if (!Names.IsValid(room))
        {
            throw ChatErrors.RoomInvalid(field);
        }
    }

    /// <param name="field">The path of the text in the message.</param>
    /// <param name="text">The text.</param>
    /// <param name="said">How many texts of the call were said before; null where nobody counts.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public void CheckText(string field, string text, long? said = null)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes == 0 || bytes > options.MaxTextBytes)
        {
            throw ChatErrors.TextInvalid(field, bytes, options.MaxTextBytes, said);
        }
    }
}
