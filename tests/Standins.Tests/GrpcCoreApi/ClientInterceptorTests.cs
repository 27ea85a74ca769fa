using Grpc.Core;
using Grpc.Core.Interceptors;
using Workshop.Standins.Tests.GrpcCalls;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>A client's interceptors: their order, and what they may change.</summary>
/// <remarks>
/// Source: API reference of <c>CallInvokerExtensions</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.Interceptors.CallInvokerExtensions.html) and
/// <c>ChannelExtensions</c>, which give the order.
/// </remarks>
public sealed class ClientInterceptorTests
{
    private readonly List<string> _heard = [];
    private readonly RecordingCallInvoker _invoker;
    private readonly Interceptor _a;
    private readonly Interceptor _b;

    public ClientInterceptorTests()
    {
        _invoker = new RecordingCallInvoker(_heard);
        _a = new RecordingInterceptor("a", _heard);
        _b = new RecordingInterceptor("b", _heard);
    }

    public static TheoryData<string> Calls =>
    [
        nameof(CallInvoker.BlockingUnaryCall),
        nameof(CallInvoker.AsyncUnaryCall),
        nameof(CallInvoker.AsyncServerStreamingCall),
        nameof(CallInvoker.AsyncClientStreamingCall),
        nameof(CallInvoker.AsyncDuplexStreamingCall),
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Interceptors_given_together_run_in_the_given_order(string call)
    {
        Start(call, _invoker.Intercept(_a, _b));

        Assert.Equal([$"a {call}", $"b {call}", call], _heard);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Interceptors_added_one_by_one_run_last_first(string call)
    {
        Start(call, _invoker.Intercept(_a).Intercept(_b));

        Assert.Equal([$"b {call}", $"a {call}", call], _heard);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Host_and_options_pass_an_interceptor_unchanged(string call)
    {
        var options = new CallOptions(new Metadata { { "key", "value" } });

        Start(call, _invoker.Intercept(_a), options);

        Assert.Equal("host", _invoker.Host);
        Assert.Equal(options, _invoker.Options);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_function_of_the_headers_gives_those_that_are_sent(string call)
    {
        var invoker = _invoker.Intercept(headers => new Metadata { { "count", $"{headers.Count}" } });

        Start(call, invoker);

        Assert.Equal("0", _invoker.Options.Headers?.GetValue("count"));
    }

    [Fact]
    public void Channels_are_intercepted_like_invokers()
    {
        const string call = nameof(CallInvoker.AsyncUnaryCall);
        var channel = new TestChannel(_invoker);

        Start(call, channel.Intercept(_a, _b));
        Start(call, channel.Intercept(_a));
        Start(call, channel.Intercept(headers => headers));

        Assert.Equal([$"a {call}", $"b {call}", call, $"a {call}", call, call], _heard);
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>(() => _invoker.Intercept((Interceptor)null!));
        Assert.Throws<ArgumentNullException>(() => _invoker.Intercept((Interceptor[])null!));
        Assert.Throws<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(_a));
    }

    private static void Start(string call, CallInvoker invoker, CallOptions options = default)
    {
        switch (call)
        {
            case nameof(CallInvoker.BlockingUnaryCall):
                invoker.BlockingUnaryCall(EchoMethods.Upper, "host", options, "request");
                break;
            case nameof(CallInvoker.AsyncUnaryCall):
                invoker.AsyncUnaryCall(EchoMethods.Upper, "host", options, "request");
                break;
            case nameof(CallInvoker.AsyncServerStreamingCall):
                invoker.AsyncServerStreamingCall(EchoMethods.Split, "host", options, "request");
                break;
            case nameof(CallInvoker.AsyncClientStreamingCall):
                invoker.AsyncClientStreamingCall(EchoMethods.Join, "host", options);
                break;
            case nameof(CallInvoker.AsyncDuplexStreamingCall):
                invoker.AsyncDuplexStreamingCall(EchoMethods.Chat, "host", options);
                break;
        }
    }
}
