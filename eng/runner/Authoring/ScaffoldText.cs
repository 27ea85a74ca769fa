namespace Workshop.Runner.Authoring;

/// <summary>The text of a new lab's files. <c>$slug$</c>, <c>$number$</c>, <c>$area$</c> and <c>$name$</c> are filled in.
/// </summary>
internal static class ScaffoldText
{
    public const string Contract = """
        syntax = "proto3";

        package workshop.$area$.v1;

        option csharp_namespace = "Workshop.$name$.V1";

        // What the service is for.
        service $name$Service {
          // What the call does.
          //
          // INVALID_ARGUMENT: when.
          rpc Answer(AnswerRequest) returns (AnswerResponse);
        }

        message AnswerRequest {
          // What is asked, and its limits.
          string question = 1;
        }

        message AnswerResponse {
          // What is answered.
          string answer = 1;
        }

        """;

    public const string Readme = """
        # Lab $number$: $name$

        Minutes: 30

        What you write, and why it is worth writing.

        **You will learn** ...

        **You need** ...

        **You build** ...

        ## Task $number$.1: Answer

        What there is to do in `Answering.cs`.

        <details><summary>Hint 1</summary>

        A nudge.

        </details>
        <details><summary>Hint 2</summary>

        The idea, with a link: [docs/$slug$.md](../../docs/$slug$.md).

        </details>
        <details><summary>Hint 3</summary>

        The API to call.

        </details>

        ## If time remains

        """;

    public const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">

          <PropertyGroup>
            <RootNamespace>Workshop.$name$</RootNamespace>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="Grpc.AspNetCore" />
            <PackageReference Include="Serilog.AspNetCore" />
          </ItemGroup>

          <ItemGroup>
            <Protobuf Include="../../protos/workshop/$area$/v1/$area$.proto" ProtoRoot="../../protos" />
          </ItemGroup>

        </Project>

        """;

    public const string Program = """
        using Workshop.$name$;

        await using var app = $name$App.Create(args);
        await app.RunAsync();

        """;

    public const string App = """
        using System.Globalization;
        using Microsoft.AspNetCore.Server.Kestrel.Core;
        using Serilog;

        namespace Workshop.$name$;

        /// <summary>The server: Kestrel, HTTP/2 without TLS, one gRPC service.</summary>
        public static class $name$App
        {
            private const string DefaultAddress = "http://localhost:50051";

            /// <summary>Builds the server without starting it. Arguments are configuration, such as <c>--urls</c>.</summary>
            public static WebApplication Create(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.WebHost.UseUrls(builder.Configuration["urls"] ?? DefaultAddress);
                builder.WebHost.ConfigureKestrel(kestrel =>
                    kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
                builder.Host.UseSerilog((_, services, logger) => logger
                    .ReadFrom.Services(services)
                    .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));
                builder.Services.AddGrpc();

                var app = builder.Build();
                app.MapGrpcService<Answering>();
                return app;
            }
        }

        """;

    public const string Service = """
        using Grpc.Core;
        using Workshop.$name$.V1;

        namespace Workshop.$name$;

        /// <summary>Answers the calls of <c>workshop.$area$.v1.$name$Service</c>.</summary>
        internal sealed class Answering : $name$Service.$name$ServiceBase
        {
            public override Task<AnswerResponse> Answer(AnswerRequest request, ServerCallContext context)
            {
        $body$
            }
        }

        """;

    // The words are put together here, because a whole mark would be one of this repository's own.
    public const string Stub =
        "        // TO" + "DO $number$.1: answer the question.\n"
        + "        throw new RpcException(new Status(\n"
        + "            StatusCode.Unimplemented, \"TO" + "DO $number$.1 is not done yet. See labs/$slug$/README.md.\"));";

    public const string Answer = """        return Task.FromResult(new AnswerResponse { Answer = request.Question });""";

    public const string Checks = """
        using Workshop.$name$;
        using Workshop.$name$.V1;
        using Workshop.Harness;

        namespace Workshop.Checks;

        public sealed class $name$Checks
        {
            [Fact, Trait("Todo", "$number$.1")]
            public async Task Answers_the_question()
            {
                await using var check = new LabCheck();
                var client = new $name$Service.$name$ServiceClient(await check.StartAsync($name$App.Create));

                await check.CallAsync(async () => await client.AnswerAsync(new AnswerRequest { Question = "Why?" }));

                await check.MatchAsync("What a student who fails this should look at.");
            }
        }

        """;

    public const string ConceptPage = """
        # $name$: the idea in a few words

        The concepts of [lab $number$](../labs/$slug$/README.md), each as short as it can be, each with its source.

        """;
}
