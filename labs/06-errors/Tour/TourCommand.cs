using System.CommandLine;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors.Tour;

/// <summary>The command <c>tour</c>: brings about every status, and prints what a client saw.</summary>
internal static class TourCommand
{
    public static Command Create()
    {
        var only = new Argument<StatusCode?>("CODE")
        {
            Description = "One code, by its name or number, with the sentences of its statuses. Without it: all 17.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => ParseCode(result.Tokens[0].Value) is { } code ? code : Refuse(result),
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
                await PrintAsync(parsed.GetValue(only), parsed.GetValue(server), output);
                return ExitCodes.Success;
            }
            catch (Exception problem) when (problem is TimeoutException or HttpRequestException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"The tour broke off: {VisibleText.Of(problem.Message)}");
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    private static async Task PrintAsync(StatusCode? only, string? server, TextWriter output)
    {
        await using var own = await TourServer.StartAsync();
        await using var others = await OtherServers.StartAsync();
        var surroundings = new Surroundings(server is null ? own.Address : new Uri(server), others);
        var measurements = new List<Measurement>();
        foreach (var experiment in LibraryCauses.All.Concat(ProxyCauses.All).Concat(ServiceCauses.All))
        {
            measurements.Add(await experiment.MeasureAsync(surroundings));
        }

        var page = new TourPage(withDetails: only is not null);
        await output.WriteLineAsync(
            $"Who ended a call, and how: {measurements.Count} calls that were made just now, by what the client saw.");
        foreach (var code in Enum.GetValues<StatusCode>().Where(code => only is null || code == only))
        {
            await output.WriteLineAsync();
            var http = await RestStatus.MeasureAsync(own.Address, code);
            foreach (var line in page.Of(code, http, measurements.Where(measurement => measurement.Code == code)))
            {
                await output.WriteLineAsync(line);
            }
        }
    }

    private static StatusCode? ParseCode(string text) =>
        Enum.GetValues<StatusCode>().Cast<StatusCode?>().FirstOrDefault(code =>
            string.Equals(text, CodeGuide.NameOf(code!.Value), StringComparison.OrdinalIgnoreCase) || text == $"{(int)code}");

    private static StatusCode? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no status code: there are OK to UNAUTHENTICATED, or 0 to 16.");
        return null;
    }
}
