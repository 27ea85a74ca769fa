using System.Text;
using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>A call as the server sees it, and what it knows of the peer.</summary>
/// <remarks>
/// Source: API reference of <c>ServerCallContext</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.ServerCallContext.html) and <c>AuthContext</c>. The reference does
/// not say which exception a missing identity property is; the official package looks it up in its dictionary.
/// </remarks>
public sealed class ServerCallContextTests
{
    private readonly TestServerCallContext _context = new();

    [Fact]
    public void User_state_lasts_as_long_as_the_call()
    {
        _context.UserState["key"] = 1;

        Assert.Equal(1, _context.UserState["key"]);
        Assert.Empty(new TestServerCallContext().UserState);
    }

    [Fact]
    public async Task Public_members_ask_the_servers_own()
    {
        var headers = new Metadata();

        _context.Status = new Status(StatusCode.Aborted, "x");
        _context.WriteOptions = WriteOptions.Default;
        await _context.WriteResponseHeadersAsync(headers).InTime();

        Assert.Equal("/service/Method", _context.Method);
        Assert.Equal("host", _context.Host);
        Assert.Equal("ipv4:127.0.0.1:1", _context.Peer);
        Assert.Equal(DateTime.MaxValue, _context.Deadline);
        Assert.Empty(_context.RequestHeaders);
        Assert.Empty(_context.ResponseTrailers);
        Assert.False(_context.CancellationToken.CanBeCanceled);
        Assert.Equal(StatusCode.Aborted, _context.Status.StatusCode);
        Assert.Same(WriteOptions.Default, _context.WriteOptions);
        Assert.Same(headers, _context.SentHeaders);
    }

    [Fact]
    public void Propagation_options_reach_the_server_and_take_over_everything_by_default()
    {
        var error = Assert.Throws<NotSupportedException>(
            () => _context.CreatePropagationToken(new ContextPropagationOptions(propagateDeadline: false)));

        Assert.Equal("deadline: False", error.Message);
        Assert.True(ContextPropagationOptions.Default.IsPropagateDeadline);
        Assert.True(ContextPropagationOptions.Default.IsPropagateCancellation);
    }

    [Fact]
    public void A_peer_without_an_identity_is_not_authenticated()
    {
        Assert.False(_context.AuthContext.IsPeerAuthenticated);
        Assert.Null(_context.AuthContext.PeerIdentityPropertyName);
        Assert.Empty(_context.AuthContext.PeerIdentity);
    }

    [Fact]
    public void An_identity_property_that_is_missing_is_an_error()
    {
        var context = new AuthContext("name", []);

        Assert.True(context.IsPeerAuthenticated);
        Assert.Throws<KeyNotFoundException>(() => context.PeerIdentity);
        Assert.Empty(context.FindPropertiesByName("name"));
    }

    [Fact]
    public void A_peer_is_known_by_the_values_of_its_identity_property()
    {
        var bytes = Encoding.UTF8.GetBytes("Zoë");
        var name = AuthProperty.Create("name", bytes);
        var other = AuthProperty.Create("other", [1]);

        var context = new AuthContext("name", new() { ["name"] = [name], ["other"] = [other] });
        bytes[0] = 0;

        Assert.True(context.IsPeerAuthenticated);
        Assert.Equal("Zoë", context.PeerIdentity.Single().Value);
        Assert.Equal(2, context.Properties.Count());
        Assert.Same(other, context.FindPropertiesByName("other").Single());
        Assert.Empty(context.FindPropertiesByName("none"));
    }
}
