using System.Globalization;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Workshop.Wire;

namespace Workshop.Harness;

/// <summary>One check of a lab: starts what it needs, records the conversation, compares it with the snapshot, and
/// ends everything.</summary>
/// <remarks>What a student can mend leaves as a <see cref="CheckFailedException"/>. Any other exception is a fault of
/// the check itself.</remarks>
public sealed class LabCheck : IAsyncDisposable
{
    /// <summary>How long a server may take to start, calls to end, a command to finish.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Transcript _transcript = new();
    private readonly ServerLog _log;
    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly CheckIdentity _identity;
    private readonly CheckReport _report;
    private readonly TimeLimits _limits;
    private readonly Patience _patience;
    private readonly List<TemporaryFolder> _folders = [];
    private readonly List<Action<IServiceCollection>> _replacements = [];
    private readonly List<LikelyCause> _causes = [];
    private LabServer? _server;
    private ServerReads? _reads;

    // The window of a client that reads fast grows with the speed of the machine. How far a server is ahead of a client that reads
    // nothing must not depend on that. It holds for the process, and only when set before its first client.
    static LabCheck() => AppContext.SetSwitch("System.Net.SocketsHttpHandler.Http2FlowControl.DisableDynamicWindowSizing", true);

    /// <summary>Begins the check that the running test is.</summary>
    /// <param name="sourceFile">The test's source file; the compiler fills it in.</param>
    public LabCheck([CallerFilePath] string sourceFile = "")
    {
        _identity = CheckIdentity.OfRunningTest(sourceFile);
        _log = new ServerLog(_identity.Root);
        _patience = new Patience(_identity);
        _report = new CheckReport(_identity, _transcript, _log, _patience);
        _limits = new TimeLimits(_transcript, _report);
    }

    /// <summary>What a generated client needs to call the lab's server without a record: for what takes turns that no
    /// two runs have in common. Such calls need a deadline of their own.</summary>
    public CallInvoker Unrecorded => Server.Channel.CreateCallInvoker();

    /// <summary>Where the lab's server listens, such as <c>http://127.0.0.1:41234</c>.</summary>
    public string Address => $"http://{Server.Channel.Target}";

    /// <summary>Where the lab's server listens for HTTP/1.1: the last of its addresses.</summary>
    public string RestAddress => Server.Addresses[^1];

    /// <summary>What a generated client needs to look how things are, such as how much of an upload is stored. Such a call is
    /// neither in the record nor in the server's log that a student sees. It needs a deadline of its own.</summary>
    public CallInvoker Looking => Server.Channel.Intercept(ServerLog.Mark);

    /// <summary>How long a wait that begins now may take, for what follows at once from what was sent: 4 s. 2 s once another check of the
    /// run has waited 4 s in vain; 0.1 s where the stub of the check's task still stands: the verdict is known then.</summary>
    public TimeSpan Patience => _patience.OfAWait();

    /// <summary>What the student's server has logged, at most the last 20 lines. What the check causes by looking is left out.</summary>
    public IReadOnlyList<string> LogLines => _log.Lines;

    private LabServer Server => _server ?? throw new InvalidOperationException("The check has not started a server.");

    /// <summary>Lets the servers that the check starts from now on run by a time that the check moves.</summary>
    public TTime UseTime<TTime>(TTime time)
        where TTime : ManualTime
    {
        Use<TimeProvider>(time);
        return time;
    }

    /// <summary>Gives the servers that the check starts from now on a service of the check's own, such as a store that fails.</summary>
    public void Use<TService>(TService service)
        where TService : class => _replacements.Add(services => services.AddSingleton(service));

    /// <summary>Watches how far the servers that the check starts from now on read.</summary>
    public ServerReads WatchReads()
    {
        if (_reads is null)
        {
            _reads = new ServerReads();
            _replacements.Add(services => services.AddSingleton(_reads)
                .Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<ServerReads>()));
        }

        return _reads;
    }

    /// <summary>Starts the lab's own server on a free loopback port.</summary>
    /// <returns>What a generated client needs. Its calls are recorded.</returns>
    /// <exception cref="CheckFailedException">The server does not start, or not in time.</exception>
    public async Task<CallInvoker> StartAsync(Func<string[], WebApplication> create, params string[] args)
    {
        var server = await WithinLimitAsync("Your server did not start", () => LabServer.StartAsync(create, args, _log, _replacements));
        _started.Push(server);
        _server = server;
        return server.Channel.Intercept(new CallRecorder(_transcript));
    }

    /// <summary>Stops the lab's server as Ctrl+C does, while calls may be under way.</summary>
    /// <exception cref="CheckFailedException">It does not stop in time.</exception>
    public Task StopServerAsync() => WithinLimitAsync("Your server did not stop", async () =>
    {
        await Server.StopAsync();
        return true;
    });

    /// <summary>Makes a folder for this check alone. In the transcript it is called <c>FOLDER</c>.</summary>
    /// <returns>Its full path.</returns>
    public string MakeFolder()
    {
        var folder = new TemporaryFolder();
        // Not on the stack of what was started: the servers that write to it must have ended first.
        _folders.Add(folder);
        _transcript.ShowAs(folder.Path + Path.DirectorySeparatorChar, "FOLDER/");
        _transcript.ShowAs(folder.Path, "FOLDER");
        return folder.Path;
    }

    /// <summary>Shows a text as another one in the transcript, from now on: where a later task changes what is sent.</summary>
    public void ShowAs(string text, string shown) => _transcript.ShowAs(text, shown);

    /// <summary>From now on, the sentences of statuses and of their details are the student's own, and no part of the snapshot. A text
    /// of an exception, SQL or a path is no sentence.</summary>
    public void LetWordsBeFree() => _transcript.WordsAreFree = true;

    /// <summary>Adds what the check itself saw, such as a file on disk, to the transcript.</summary>
    public void Note(string key, string text) => _transcript.Add(key, text);

    /// <summary>Adds the bytes of a message to the transcript, as a program reads them that knows a certain type.</summary>
    /// <param name="key">The key of the transcript's lines.</param>
    /// <param name="message">The message.</param>
    /// <param name="type">The type that the program knows; it may be older than the message.</param>
    public void NoteBytes(string key, IMessage message, MessageDescriptor type) =>
        _transcript.Add(key, WireDump.Of(message.ToByteArray(), type).ToString().TrimEnd());

    /// <summary>Looks until something is there of which no response tells.</summary>
    /// <param name="expected">What must be there, as a sentence: <c>After 3 chunks, 196608 bytes are on the disk</c>.</param>
    /// <param name="look">Looks once: null when it is there, else what is there instead, as the rest of <i>Seen after 4 s:</i>, such as
    /// <c>0 bytes</c>. A call that fails says its status.</param>
    /// <param name="next">What a student should look at next, in a sentence.</param>
    /// <param name="within">How long it may take; <see cref="Patience"/>, if left out.</param>
    /// <exception cref="CheckFailedException">Something else was there to the end, or the look itself did not end: a wrong answer,
    /// because what was seen is known.</exception>
    public async Task SeeAsync(string expected, Func<Task<string?>> look, string next, TimeSpan? within = null)
    {
        var patience = within ?? Patience;
        if (await Sight.MissingAsync(look, patience) is { } seen)
        {
            throw Unseen(expected, patience, seen, next);
        }
    }

    /// <summary>What a check throws that has waited in vain. <see cref="SeeAsync"/> says what belongs in each text.</summary>
    public CheckFailedException Unseen(string expected, TimeSpan waited, string seen, string next) => _report.Unseen(
        string.Create(CultureInfo.InvariantCulture, $"{expected}.\nSeen after {waited.TotalSeconds:0.#} s: {seen}."), next);

    /// <summary>Waits until something has come about that no answer tells of.</summary>
    /// <param name="problem">What did not happen, as a sentence begins: <c>The chunk was not on disk</c>.</param>
    /// <param name="condition">Whether it has.</param>
    /// <exception cref="CheckFailedException">It does not come about in time.</exception>
    public Task UntilAsync(string problem, Func<Task<bool>> condition) => _limits.KeepAsync(Patience, problem, async () =>
    {
        using var limit = new CancellationTokenSource(2 * Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition() && await timer.WaitForNextTickAsync(limit.Token))
        {
        }

        return true;
    });

    /// <summary>Waits for something that may not come about, for <paramref name="within"/> or <see cref="Patience"/> at most.</summary>
    /// <returns>Whether it has.</returns>
    public Task<bool> HappensAsync(Task something, TimeSpan? within = null) => TimeLimits.HappensAsync(something, within ?? Patience);

    /// <summary>Starts a server of the check's own for the lab's client to call.</summary>
    /// <param name="service">The service that it runs.</param>
    /// <param name="recorded">Whether what it sees of the client goes to the transcript. Not where a deadline may pass
    /// before the call reaches it.</param>
    /// <returns>Its address, such as <c>http://127.0.0.1:41234</c>.</returns>
    public async Task<string> StartPeerAsync<TService>(TService service, bool recorded = true)
        where TService : class
    {
        var peer = await PeerServer.StartAsync(service, recorded ? _transcript : new Transcript());
        _started.Push(peer);
        return peer.Address;
    }

    /// <summary>Reserves a loopback port on which nobody listens while the check runs.</summary>
    /// <returns>Its address, such as <c>http://127.0.0.1:41234</c>.</returns>
    public string AddressWithoutServer()
    {
        var port = new ReservedPort();
        _started.Push(port);
        return port.Address;
    }

    /// <summary>Makes calls on the invoker that <see cref="StartAsync"/> returned, or on <see cref="Unrecorded"/>.</summary>
    /// <remarks>An error status is a result like any other: it stands in the transcript, that of an unrecorded call too.</remarks>
    /// <exception cref="CheckFailedException">The calls do not end in time.</exception>
    public Task CallAsync(Func<Task> calls) => WithinLimitAsync("The call did not come to a status", async () =>
    {
        try
        {
            await calls();
        }
        catch (RpcException failure) when (!_transcript.Contains(CallRecorder.LimitReached))
        {
            // A recorded call has it there already.
            if (_transcript.Last("status") != StatusCodeName.Of(failure.StatusCode))
            {
                _transcript.Add("call ended", $"{StatusCodeName.Of(failure.StatusCode)}: {failure.Status.Detail}");
            }
        }

        return true;
    });

    /// <summary>Sends a request to <see cref="RestAddress"/> by HTTP/1.1, and records it and its response.</summary>
    /// <remarks>An error status is a result like any other: it stands in the transcript.</remarks>
    /// <param name="method">The method, such as <c>GET</c>.</param>
    /// <param name="target">The path and the query, such as <c>/v1/files?page_size=2</c>.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="contentType">The media type of the body. JSON goes without saying, and is not recorded.</param>
    /// <exception cref="CheckFailedException">The response does not end in time.</exception>
    /// <returns>The body of the response.</returns>
    public Task<string> HttpAsync(string method, string target, string? body = null, string contentType = HttpRecorder.Json) =>
        WithinLimitAsync("The response did not end", async () =>
        {
            using var client = new HttpRecorder(_transcript, RestAddress);
            return await client.SendAsync(method, target, body, contentType);
        });

    /// <summary>Starts a plain HTTP/1.1 server of the check's own for the lab's client to call. What it is asked for is recorded.
    /// </summary>
    /// <param name="respond">Answers every request.</param>
    /// <returns>Its address, such as <c>http://127.0.0.1:41234</c>.</returns>
    public async Task<string> StartHttpPeerAsync(RequestDelegate respond)
    {
        var peer = await HttpPeer.StartAsync(respond, _transcript);
        _started.Push(peer);
        return peer.Address;
    }

    /// <summary>Runs a command of the lab and records what it prints, line by line, and its exit code.</summary>
    /// <exception cref="CheckFailedException">The command throws, or does not end in time.</exception>
    public Task RunAsync(Func<string[], TextWriter, TextWriter, Task<int>> command, string name, params string[] args) =>
        new CommandRecorder(_transcript, _limits).RunAsync(command, name, args);

    /// <summary>Where the wording is the student's own: replaces the last text under a key by what it has to say, if
    /// it says all of that in one sentence.</summary>
    /// <param name="key">The key of the transcript's line, such as <c>detail</c>.</param>
    /// <param name="facts">What the sentence must contain.</param>
    public void Says(string key, params string[] facts) => _transcript.RestateLast(key, facts);

    /// <summary>Where a wrong answer has a likely cause of its own: what to look at next if the first difference received this.</summary>
    /// <param name="key">The key of the line that was received, such as <c>status</c>.</param>
    /// <param name="text">A part of it, such as <c>OK</c>.</param>
    /// <param name="next">What a student should look at next, in a sentence, instead of what <see cref="MatchAsync"/> says.</param>
    public void IfReceived(string key, string text, string next) => _causes.Add(new LikelyCause(key, text, next));

    /// <summary>Compares the transcript with the snapshot.</summary>
    /// <param name="next">What a student who fails this check should look at next, in a sentence.</param>
    /// <exception cref="CheckFailedException">They differ.</exception>
    public async Task MatchAsync(string next)
    {
        if (await Snapshot.DifferenceAsync(_identity, _transcript) is { } difference)
        {
            throw _report.Wrong(difference, _causes.FirstOrDefault(cause => cause.IsOf(difference))?.Next ?? next);
        }
    }

    /// <summary>Ends every server and connection of the check.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var started))
        {
            await TimeLimits.TryEndAsync(started);
        }

        foreach (var folder in _folders)
        {
            await folder.DisposeAsync();
        }
    }

    private Task<T> WithinLimitAsync<T>(string problem, Func<Task<T>> work) => _limits.KeepAsync(Limit, problem, work);
}
