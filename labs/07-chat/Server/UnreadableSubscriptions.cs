using System.Globalization;
using Grpc.Core;
using Workshop.Chat.V1;

namespace Workshop.Chat;

/// <summary>Gives a <c>Subscribe</c> whose request cannot be parsed its status. The library parses the one request of a call before it
/// asks the service, and answers UNKNOWN or INTERNAL; the messages of a stream are read by <see cref="IncomingMessages{T}"/>.</summary>
internal static class UnreadableSubscriptions
{
    private const string Details = "grpc-status-details-bin";
    private static readonly object Key = new();
    private static readonly string Path = $"/{ChatService.Descriptor.FullName}/Subscribe";
    private static readonly string[] Unread = [$"{StatusCode.Unknown:D}", $"{StatusCode.Internal:D}"];

    /// <summary>Marks a call whose request was read: its status is its own, whatever it is.</summary>
    public static void IsRead(ServerCallContext context) => context.GetHttpContext().Items[Key] = Key;

    /// <summary>Changes the status of the other ones, before it is sent. Without a message, status and details are headers
    /// ("Trailers-Only").</summary>
    /// <remarks>ASP.NET finds a method whatever letters of its path are capital ones.</remarks>
    public static void UseUnreadableSubscriptions(this WebApplication app) => app.Use(async (call, next) =>
    {
        await next(call);
        var headers = call.Response.Headers;
        if (!call.Response.HasStarted
            && call.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase)
            && !call.Items.ContainsKey(Key)
            && Unread.Contains(headers["grpc-status"].ToString()))
        {
            // The sentence is ASCII without a %, so nothing of it has to be encoded.
            var refusal = ChatErrors.MessageUnreadable();
            headers["grpc-status"] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
            headers["grpc-message"] = refusal.Status.Detail;
            headers[Details] = Convert.ToBase64String(refusal.Trailers.GetValueBytes(Details)!);
        }
    });
}
