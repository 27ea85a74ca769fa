using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Workshop.Errors.Tour;
using Workshop.ServiceDefaults;
using Workshop.StatusTour.V1;

namespace Workshop.Errors;

/// <summary>The command <c>next</c>: gets every status from <c>StatusTour</c>, and prints what the client would do.</summary>
internal static class NextCommand
{
    public static Command Create()
    {
        var codes = new Argument<StatusCode[]>("CODE")
        {
            Description = "The codes, by name or number. Without any: all 17.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = CodeGuide.Parse,
        };
        var create = new Option<bool>("--create") { Description = "The call creates something: it is not idempotent." };
        var attempt = new Option<int>("--attempt")
        {
            Description = $"Which attempt it is, of {Attempt.Most}.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1,
        };
        attempt.Validators.Add(ClientCommand.RequireNotNegative);
        var retryInfo = new Option<int?>("--retry-info")
        {
            Description = "The server sends RetryInfo with this time, in milliseconds.",
            HelpName = "MILLISECONDS",
        };
        retryInfo.Validators.Add(ClientCommand.RequireNotNegative);
        var command = new Command("next", "Print what the client does after a status code.") { codes, create, attempt, retryInfo };
        command.SetAction(async parsed =>
        {
            try
            {
                await PrintAsync(
                    parsed.GetValue(codes) is { Length: > 0 } named ? named : System.Enum.GetValues<StatusCode>(),
                    new Attempt(parsed.GetValue(attempt), !parsed.GetValue(create)),
                    parsed.GetValue(retryInfo),
                    parsed.InvocationConfiguration.Output);
                return ExitCodes.Success;
            }
            catch (RpcException failure)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(VisibleText.Of(failure.Status.Detail));
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    private static async Task PrintAsync(StatusCode[] codes, Attempt attempt, int? retryInfo, TextWriter output)
    {
        await using var server = await TourServer.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new StatusTourService.StatusTourServiceClient(channel);
        foreach (var code in codes)
        {
            var ended = await EndAsync(client, code, retryInfo);
            var decision = NextStep.After(ended, attempt);
            await output.WriteLineAsync($"{CodeGuide.NameOf(code),-20}{WordsOf(decision)}");
        }
    }

    private static async Task<RpcException> EndAsync(StatusTourService.StatusTourServiceClient client, StatusCode code, int? retryInfo)
    {
        var request = new EndCallRequest { Code = (int)code, Message = "Try again later." };
        if (retryInfo is { } milliseconds)
        {
            request.Details.Add(Any.Pack(new RetryInfo { RetryDelay = TimeSpan.FromMilliseconds(milliseconds).ToDuration() }));
        }

        try
        {
            await client.EndCallAsync(request, deadline: DateTime.UtcNow + ClientOptions.CallDeadline);
            return new RpcException(Grpc.Core.Status.DefaultSuccess);
        }
        catch (RpcException failure)
        {
            return failure;
        }
    }

    private static string WordsOf(Decision decision)
    {
        var words = decision.Step switch
        {
            Step.Done => "done",
            Step.Mend => "mend",
            Step.TryAgain => "try again",
            Step.StartOver => "start over",
            Step.LookFirst => "look first",
            Step.SignIn => "sign in",
            _ => "give up",
        };
        return decision.Wait is { } wait
            ? string.Create(CultureInfo.InvariantCulture, $"{words} after {wait.TotalMilliseconds:0} ms")
            : words;
    }
}
