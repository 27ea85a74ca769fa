using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Workshop.Users.V3;

namespace Workshop.Tests;

/// <summary>Whatever is sent, an answer says nothing of the inside of the server, and never UNKNOWN.</summary>
public sealed partial class FuzzedRequestsTests
{
    private const int Requests = 10_000;
    private const int AtOnce = 50;

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", "ada", "root", "v1", "users/1", "'; DROP TABLE users; --", "../../etc/passwd", "\0", "é%", "\ud83d\ude00", new string('x', 300), "user.email", "email", "role"),
        ArbMap.Default.GeneratorFor<string>().Select(text => new string([.. (text ?? "").Where(letter => !char.IsSurrogate(letter))])));

    private static readonly Gen<long> Ids = Gen.OneOf(Gen.Elements(0L, 1L, 2L, -1L, long.MinValue, long.MaxValue), ArbMap.Default.GeneratorFor<long>());

    // Few names and ids, so that they meet.
    private static readonly Gen<User> GoodUsers =
        from id in Gen.Choose(0, 20)
        from name in Gen.Choose(0, 30)
        from email in Gen.Choose(0, 30)
        from role in Gen.Choose(1, 3)
        from etag in Gen.Elements("", "v1", "v2")
        select new User { Id = id, Username = $"user-{name}", Email = $"{email}@x", Role = (Role)role, Etag = etag, Active = true };

    private static readonly Gen<User> WildUsers =
        from id in Ids
        from texts in Texts.ArrayOf(5)
        from role in Gen.Elements(0, 1, 2, 3, 4, -1, int.MaxValue)
        from tags in Texts.ListOf()
        from seconds in Ids
        from parts in Gen.Choose(0, 7)
        select new User
        {
            Id = id,
            Username = texts[0],
            Email = texts[1],
            Role = (Role)role,
            Active = parts % 2 == 0,
            Etag = texts[2],
            Tags = { tags },
            SignIns = { seconds },
            CreatedAt = (parts & 1) == 0 ? null : new Timestamp { Seconds = seconds, Nanos = -1 },
            Contact = (parts & 2) == 0 ? null : new Contact { Chat = texts[3] },
            Address = (parts & 4) == 0 ? null : new Address { City = texts[4] },
            Metadata = { [texts[3]] = texts[4] },
        };

    private static readonly Gen<User> Users = Gen.OneOf(GoodUsers, WildUsers);

    private static readonly Gen<FieldMask?> Masks = Gen.OneOf(
        Gen.Constant<FieldMask?>(null),
        Gen.Elements("email", "role", "address", "tags").ListOf().Select(paths => (FieldMask?)new FieldMask { Paths = { paths } }), Texts.ListOf().Select(paths => (FieldMask?)new FieldMask { Paths = { paths } }));

    private static readonly Gen<(string Method, IMessage Message)> Messages = Gen.OneOf<(string, IMessage)>(
        Users.Select(user => ("CreateUser", (IMessage)new CreateUserRequest { User = user })),
        Users.Select(user => ("CreateUsers", (IMessage)new CreateUsersRequest { User = user })),
        Ids.Select(id => ("GetUser", (IMessage)new GetUserRequest { Id = id })),
        from id in Ids from etag in Texts select ("DeleteUser", (IMessage)new DeleteUserRequest { Id = id, Etag = etag }),
        from user in Users from mask in Masks select ("UpdateUser", (IMessage)new UpdateUserRequest { User = user, UpdateMask = mask }),
        from size in Gen.Elements(-1, 0, 1, 1000, int.MaxValue)
        from token in Texts
        from role in Gen.Choose(-1, 4)
        from prefix in Texts
        select ("ListUsers", (IMessage)new ListUsersRequest { PageSize = size, PageToken = token, Role = (Role)role, UsernamePrefix = prefix }));

    // Half of them as they are, half with other bytes in them or cut off; and some that never were a message.
    private static readonly Gen<(string Method, byte[] Bytes)> Calls = Gen.OneOf(
        Messages.Select(message => (message.Method, message.Message.ToByteArray())),
        from message in Messages
        from bytes in ArbMap.Default.GeneratorFor<byte[]>()
        from place in Gen.Choose(0, 100)
        select (message.Method, Broken(message.Message.ToByteArray(), bytes ?? [], place)));

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    [Fact]
    public async Task Ten_thousand_requests_are_answered_in_the_words_of_the_contract()
    {
        await using var host = await UsersHost.StartAsync();
        var calls = Calls.Sample(Requests);
        var statuses = new Dictionary<string, int>();

        foreach (var some in calls.Chunk(AtOnce))
        {
            foreach (var (status, words) in await Task.WhenAll(some.Select(call => AnswerAsync(host.Calls, call.Method, call.Bytes))))
            {
                Assert.False(status.StartsWith("Unknown", StringComparison.Ordinal), words);
                Assert.DoesNotMatch(Inside(), words);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} {status.Key}")));
        Assert.Equal(Requests, statuses.Values.Sum());
        Assert.DoesNotContain("Internal UNEXPECTED", statuses.Keys);
    }

    /// <summary>Makes a call with one message that is these bytes, and reads all that comes.</summary>
    internal static async Task CallAsync(CallInvoker calls, Method<byte[], byte[]> method, byte[] message)
    {
        var options = new CallOptions(deadline: UsersHost.Soon);
        switch (method.Type)
        {
            case MethodType.Unary:
                await calls.AsyncUnaryCall(method, null, options, message);
                break;
            case MethodType.ServerStreaming:
                using (var call = calls.AsyncServerStreamingCall(method, null, options, message))
                {
                    while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
                    {
                    }
                }

                break;
            default:
                using (var call = calls.AsyncClientStreamingCall(method, null, options))
                {
                    await call.RequestStream.WriteAsync(message);
                    await call.RequestStream.CompleteAsync();
                    await call;
                }

                break;
        }
    }

    private static byte[] Broken(byte[] message, byte[] bytes, int place)
    {
        var at = message.Length * place / 100;
        return [.. message[..at], .. bytes, .. message[Math.Min(message.Length, at + bytes.Length)..]];
    }

    // The status with its reason, and everything that the answer has of words.
    private static async Task<(string Status, string Words)> AnswerAsync(CallInvoker calls, string name, byte[] message)
    {
        var type = name switch { "ListUsers" => MethodType.ServerStreaming, "CreateUsers" => MethodType.ClientStreaming, _ => MethodType.Unary };
        var method = new Method<byte[], byte[]>(type, "workshop.users.v3.UserService", name, Bytes, Bytes);
        var words = "";
        var status = await UsersHost.StatusAsync(async () =>
        {
            try
            {
                await CallAsync(calls, method, message);
            }
            catch (RpcException refusal)
            {
                words = string.Join('\n', refusal.Trailers.Select(entry => entry.IsBinary ? Encoding.UTF8.GetString(entry.ValueBytes) : entry.Value).Prepend(refusal.Status.Detail));
                throw;
            }
        });
        return (status, $"{status}: {words}");
    }

    // Types of programs, SQL and its errors, and paths.
    [GeneratedRegex(@"\b(System|Microsoft|Grpc\.Core|Google\.Protobuf|Workshop)\.|Exception|SQLite|SqliteE|constraint failed|\b(SELECT|INSERT INTO|UPDATE users|DELETE FROM|no such)\b|users\.db|/(tmp|home|work|usr|var)/|[A-Z]:\\|\.cs\b")]
    private static partial Regex Inside();
}
