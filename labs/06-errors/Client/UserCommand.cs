using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using Workshop.ServiceDefaults;
using Workshop.Users.V3;

namespace Workshop.Errors;

/// <summary>Commands that call the server, and print all that a program sees of a refusal.</summary>
internal static class UserCommand
{
    /// <param name="name">What to type.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="call">Calls the server; prints by its last argument.</param>
    /// <param name="symbols">The command's own arguments and options.</param>
    public static Command Create(
        string name,
        string description,
        Func<UserService.UserServiceClient, ParseResult, CallOptions, Func<object, Task>, Task> call,
        params IEnumerable<Symbol> symbols) => ClientCommand.Create(
            name,
            description,
            async (parsed, options) =>
            {
                using var channel = options.Connect();
                var output = parsed.InvocationConfiguration.Output;
                try
                {
                    await call(
                        new UserService.UserServiceClient(channel),
                        parsed,
                        new CallOptions(options.Headers, DateTime.UtcNow + ClientOptions.CallDeadline),
                        message => output.WriteLineAsync(VisibleText.Of($"{message}")));
                }
                catch (RpcException refusal)
                {
                    await PrintDetailsAsync(refusal, parsed.InvocationConfiguration.Error);
                    throw;
                }
            },
            symbols);

    private static async Task PrintDetailsAsync(RpcException refusal, TextWriter error)
    {
        await error.WriteLineAsync($"status  {refusal.StatusCode}");
        try
        {
            foreach (var detail in refusal.Trailers.GetRpcStatus(ignoreParseError: true)?.UnpackDetailMessages() ?? [])
            {
                // ToString is JSON, too, and throws for no value: the server chose them.
                await error.WriteLineAsync(VisibleText.Of($"detail  {detail.Descriptor.FullName} {detail}"));
            }
        }
        catch (InvalidProtocolBufferException)
        {
            await error.WriteLineAsync("detail  cannot be read");
        }
    }
}
