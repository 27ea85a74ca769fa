using Grpc.Core;

namespace Workshop.Standins.Tests.GrpcCoreApi;

/// <summary>Credentials tell a configurator what they are, and may be composed.</summary>
/// <remarks>
/// Source: API reference of <c>ChannelCredentials</c>
/// (https://grpc.github.io/grpc/csharp/api/Grpc.Core.ChannelCredentials.html), <c>CallCredentials</c> and
/// <c>AuthInterceptorContext</c>. That insecure channel credentials may be composed follows from
/// <c>GrpcChannelOptions.UnsafeUseInsecureChannelCallCredentials</c>
/// (https://learn.microsoft.com/aspnet/core/grpc/authn-and-authz, "Set the bearer token").
/// </remarks>
public sealed class CredentialsTests
{
    private static readonly AsyncAuthInterceptor AddNothing = (_, _) => Task.CompletedTask;

    [Fact]
    public void Insecure_credentials_say_so()
    {
        var configurator = new RecordingConfigurator();

        ChannelCredentials.Insecure.InternalPopulateConfiguration(configurator, "state");

        Assert.Equal(["insecure state"], configurator.Heard);
    }

    [Fact]
    public void Tls_credentials_tell_their_certificates()
    {
        var pair = new KeyCertificatePair("chain", "key");
        var configurator = new RecordingConfigurator();

        new SslCredentials("roots", pair).InternalPopulateConfiguration(configurator, "state");
        ChannelCredentials.SecureSsl.InternalPopulateConfiguration(configurator, "state");

        Assert.Equal(["ssl state roots chain", "ssl state  "], configurator.Heard);
    }

    [Fact]
    public void Call_credentials_are_added_to_tls()
    {
        var configurator = new RecordingConfigurator();
        var credentials = ChannelCredentials.Create(new SslCredentials(), CallCredentials.FromInterceptor(AddNothing));

        credentials.InternalPopulateConfiguration(configurator, "state");

        Assert.Equal(["composite state SslCredentials"], configurator.Heard);
    }

    [Fact]
    public void Call_credentials_are_added_to_insecure_custom_and_composed_channel_credentials()
    {
        var call = CallCredentials.FromInterceptor(AddNothing);
        var composed = ChannelCredentials.Create(new SslCredentials(), call);
        ChannelCredentials[] taken = [ChannelCredentials.Insecure, new CustomCredentials(), composed];
        var configurator = new RecordingConfigurator();

        foreach (var credentials in taken)
        {
            ChannelCredentials.Create(credentials, call).InternalPopulateConfiguration(configurator, "state");
        }

        Assert.Equal(taken, configurator.Composed);
    }

    [Fact]
    public void Composing_needs_channel_credentials_and_call_credentials()
    {
        var call = CallCredentials.FromInterceptor(AddNothing);

        Assert.Throws<ArgumentNullException>(() => ChannelCredentials.Create(null!, call));
        Assert.Throws<ArgumentNullException>(() => ChannelCredentials.Create(new SslCredentials(), null!));
    }

    [Fact]
    public void Composed_call_credentials_keep_their_order()
    {
        var first = CallCredentials.FromInterceptor(AddNothing);
        var second = CallCredentials.FromInterceptor(AddNothing);
        var given = new[] { first, second };
        var configurator = new RecordingCallConfigurator();

        var composed = CallCredentials.Compose(given);
        given[0] = second;
        composed.InternalPopulateConfiguration(configurator, null);

        Assert.Equal([first, second], configurator.Composed);
    }

    [Fact]
    public void Composing_takes_two_or_more()
    {
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose());
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(CallCredentials.FromInterceptor(AddNothing)));
    }

    [Fact]
    public void Credentials_of_a_function_tell_that_function()
    {
        var configurator = new RecordingCallConfigurator();

        CallCredentials.FromInterceptor(AddNothing).InternalPopulateConfiguration(configurator, null);

        Assert.Same(AddNothing, configurator.Interceptor);
        Assert.Throws<ArgumentNullException>(() => CallCredentials.FromInterceptor(null!));
    }

    [Fact]
    public void The_context_of_credentials_names_the_call()
    {
        using var cancellation = new CancellationTokenSource();

        var context = new AuthInterceptorContext("https://example.com/Service", "Method", cancellation.Token);

        Assert.Equal("https://example.com/Service", context.ServiceUrl);
        Assert.Equal("Method", context.MethodName);
        Assert.Equal(cancellation.Token, context.CancellationToken);
        Assert.False(new AuthInterceptorContext("url", "Method").CancellationToken.CanBeCanceled);
    }

    private sealed class CustomCredentials : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(
            ChannelCredentialsConfiguratorBase configurator, object state) =>
            configurator.SetInsecureCredentials(state);
    }

    private sealed class RecordingConfigurator : ChannelCredentialsConfiguratorBase
    {
        public List<string> Heard { get; } = [];

        public List<ChannelCredentials> Composed { get; } = [];

        public override void SetInsecureCredentials(object state) => Heard.Add($"insecure {state}");

        public override void SetSslCredentials(
            object state,
            string? rootCertificates,
            KeyCertificatePair? keyCertificatePair,
            VerifyPeerCallback? verifyPeerCallback) =>
            Heard.Add($"ssl {state} {rootCertificates} {keyCertificatePair?.CertificateChain}");

        public override void SetCompositeCredentials(
            object state, ChannelCredentials channelCredentials, CallCredentials callCredentials)
        {
            Heard.Add($"composite {state} {channelCredentials.GetType().Name}");
            Composed.Add(channelCredentials);
        }
    }

    private sealed class RecordingCallConfigurator : CallCredentialsConfiguratorBase
    {
        public IReadOnlyList<CallCredentials>? Composed { get; private set; }

        public AsyncAuthInterceptor? Interceptor { get; private set; }

        public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials) =>
            Composed = credentials;

        public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
            Interceptor = interceptor;
    }
}
