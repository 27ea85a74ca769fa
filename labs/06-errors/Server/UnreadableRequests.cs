using System.Globalization;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Gives a request that cannot be parsed its status. No interceptor sees it: the library parses the one request of a call
/// before it asks them, and answers UNKNOWN.</summary>
internal static class UnreadableRequests
{
    private static readonly object Key = new();
    private static readonly string Service = $"/{UserService.Descriptor.FullName}";

    /// <summary>Marks a call whose request was read: its status is its own, whatever it is.</summary>
    public static void IsRead(HttpContext call) => call.Items[Key] = Key;

    /// <summary>Changes the status of the other ones, before it is sent. Without a response message, status and details are headers
    /// ("Trailers-Only").</summary>
    /// <remarks>ASP.NET finds a method whatever letters of its path are capital ones.</remarks>
    public static void UseUnreadableRequests(this WebApplication app) => app.Use(async (call, next) =>
    {
        await next(call);
        if (!call.Response.HasStarted
            && call.Request.Path.StartsWithSegments(Service, StringComparison.OrdinalIgnoreCase)
            && !call.Items.ContainsKey(Key)
            && call.Response.Headers["grpc-status"] == $"{StatusCode.Unknown:D}")
        {
            Write(UserErrors.MessageUnreadable(), call.Response.Headers);
        }
    });

    // The sentence is ASCII without a %, so nothing of it has to be encoded.
    private static void Write(RpcException refusal, IHeaderDictionary headers)
    {
        headers["grpc-status"] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        headers["grpc-message"] = refusal.Status.Detail;
        const string Details = "grpc-status-details-bin";
        headers[Details] = Convert.ToBase64String(refusal.Trailers.GetValueBytes(Details)!);
    }
}
