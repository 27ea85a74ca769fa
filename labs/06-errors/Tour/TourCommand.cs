using System.CommandLine;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors.Tour;

/// <summary>The command <c>tour</c>: brings about every status, and prints what a client saw.</summary>
internal static class TourCommand
{
    public static Command Create()
    {
        var only = new Argument<StatusCode[]>("CODE")
        {
            Description = "A code by its name or number, with the sentences of its statuses. Without it: all 17.",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = CodeGuide.Parse,
        };
        var server = new Option<string?>("--server")
        {
            Description = "A server that has StatusTour. Without it, the tour starts one of its own, on a free port.",
            HelpName = "URL",
        };
        server.Validators.Add(result =>
        {
            if (result.Tokens is [var url] && !(Uri.TryCreate(url.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            {
                result.AddError($"'{url.Value}' is no server address: write it as {ServiceStart.DefaultAddress}.");
            }
        });
        var command = new Command("tour", "Bring about all 17 status codes, and print what a client sees.") { only, server };
        command.SetAction(async parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                await PrintAsync(parsed.GetValue(only) ?? [], parsed.GetValue(server), output);
                return ExitCodes.Success;
            }
            catch (Exception problem) when (problem is CommandException or TimeoutException or HttpRequestException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"The tour broke off. {VisibleText.Of(problem.Message)}");
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    private static async Task PrintAsync(StatusCode[] only, string? server, TextWriter output)
    {
        await using var own = await TourServer.StartAsync();
        await using var others = await OtherServers.StartAsync();
        var surroundings = new Surroundings(server is null ? own.Address : new Uri(server), others);
        await FindTourAsync(surroundings.Server);
        var measurements = new List<Measurement>();
        foreach (var experiment in LibraryCauses.All.Concat(ProxyCauses.All).Concat(ServiceCauses.All))
        {
            measurements.Add(await experiment.MeasureAsync(surroundings));
        }

        var page = new TourPage(withDetails: only.Length > 0);
        await output.WriteLineAsync($"""
            {measurements.Count} calls were made just now, each for a cause of its own. A cause stands under
            the status that the client got, behind who made it.
            REST: the HTTP status that transcoding makes of it.
            documented: the documents of gRPC say otherwise.
            """);
        foreach (var code in only.Length > 0 ? only : Enum.GetValues<StatusCode>())
        {
            await output.WriteLineAsync();
            var http = await RestStatus.MeasureAsync(own.Address, code);
            foreach (var line in page.Of(code, http, measurements.Where(measurement => measurement.Code == code)))
            {
                await output.WriteLineAsync(line);
            }
        }
    }

    private static async Task FindTourAsync(Uri server)
    {
        try
        {
            await Surroundings.EndCallAsync(server, new());
        }
        catch (RpcException failure)
        {
            throw new CommandException(
                $"{server} does not answer as StatusTour does: {CodeGuide.NameOf(failure.StatusCode)}, {failure.Status.Detail}");
        }
    }
}
