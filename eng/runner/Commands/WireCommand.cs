using System.CommandLine;
using System.Text;
using Google.Protobuf.Reflection;
using Workshop.Runner.Labs;
using Workshop.Wire;

namespace Workshop.Runner.Commands;

/// <summary><c>wire</c>: what the bytes of a message say.</summary>
internal static class WireCommand
{
    // Nobody reads more than that, and gRPC sends no larger message unless it is told to.
    private const int MaxBytes = 4 * 1024 * 1024;

    public static Command Create(WorkshopFolder workshop)
    {
        var proto = new Option<string?>("--proto") { Description = "The message, such as workshop.users.v1.User. Without it, all fields are unknown.", HelpName = "NAME" };
        var contract = new Option<string?>("--contract") { Description = "The .proto file that has it. Default: those in protos/, then those of the labs.", HelpName = "FILE" };
        var hex = new Option<string?>("--hex") { Description = "The bytes, such as \"08 c0 c4 07\".", HelpName = "BYTES" };
        var text = new Option<string?>("--from-json") { Description = "A message as JSON, to see its bytes.", HelpName = "TEXT" };
        var file = new Option<string?>("--file") { Description = "A file with the bytes.", HelpName = "FILE" };
        var command = new Command("wire", "Show what protobuf bytes say.") { proto, contract, hex, text, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(proto);
            var type = name is null ? null : await FindAsync(workshop, name, parsed.GetValue(contract), cancellationToken);
            var bytes = await ReadAsync(type, parsed.GetValue(hex), parsed.GetValue(text), parsed.GetValue(file), cancellationToken);
            var dump = WireDump.Of(bytes, type);
            var output = Output.Of(parsed);
            // Without wrapping: a dump is a table.
            output.Screen.Write($"{bytes.Length} bytes{(name is null ? "" : $" as {name}")}\n{dump}");
            output.Document(new
            {
                Bytes = bytes.Length,
                dump.Problem,
                Elements = dump.Elements.Select(element => new
                {
                    element.Offset,
                    element.Depth,
                    Bytes = HexText.Of(element.Bytes.Span),
                    element.Number,
                    element.Name,
                    element.WireType,
                    element.Length,
                    element.Value,
                }),
            });
            return dump.Problem is null ? ExitCode.Passed : ExitCode.ChecksFailed;
        });
        return command;
    }

    private static async Task<byte[]> ReadAsync(
        MessageDescriptor? type, string? hex, string? json, string? file, CancellationToken cancellationToken)
    {
        switch (hex, json, file)
        {
            case (not null, null, null):
                var (bytes, problem) = HexText.Parse(hex);
                return bytes ?? throw WorkshopException.WrongUse(problem);
            case (null, not null, null) when type is null:
                throw WorkshopException.WrongUse("JSON has no field numbers: say by --proto which message it is.");
            case (null, not null, null):
                try
                {
                    return JsonMessage.ToBytes(json, type);
                }
                catch (FormatException wrong)
                {
                    throw WorkshopException.WrongUse(wrong.Message);
                }

            case (null, null, not null):
                return new FileInfo(file) is { Exists: true, Length: > MaxBytes } large
                    ? throw WorkshopException.WrongUse($"{file} has {large.Length} bytes, and {MaxBytes} are shown at most.")
                    : await File.ReadAllBytesAsync(file, cancellationToken);
            default:
                throw WorkshopException.WrongUse("Give the bytes by one of --hex, --from-json, --file, such as --hex \"08 c0 c4 07\".");
        }
    }

    // Two contracts may have messages of one name: a lab's is the next release of one in protos/. So they are compiled apart.
    private static async Task<MessageDescriptor> FindAsync(
        WorkshopFolder workshop, string name, string? contract, CancellationToken cancellationToken)
    {
        var protoc = Protoc.Find() ?? throw WorkshopException.Environment(
            "protoc is not here yet: it comes with the package Grpc.Tools. `dotnet workshop.cs warm` gets it.");
        protoc = protoc with { FurtherIncludes = [workshop.CommonProtos] };
        (string Root, string[] Files)[] places = contract is null
            ? [(workshop.PathOf("protos"), ProtosIn(workshop.PathOf("protos"), SearchOption.AllDirectories)),
               .. workshop.ReadLabs().Select(lab => workshop.PathOf("labs", lab.Slug)).Select(lab => (lab, ProtosIn(lab, SearchOption.TopDirectoryOnly)))]
            : [(Path.GetDirectoryName(Path.GetFullPath(contract))!, [Path.GetFullPath(contract)])];
        var known = new List<string>();
        var problems = new StringBuilder();
        foreach (var (root, files) in places.Where(place => place.Files.Length > 0))
        {
            var (contracts, problem) = await ContractSet.CompileAsync(protoc, root, files, cancellationToken);
            if (contracts?.Find(name) is { } found)
            {
                return found;
            }

            known.AddRange(contracts?.Messages.Where(message => !message.StartsWith("google.", StringComparison.Ordinal)) ?? []);
            problems.Append(problem.Length > 0 ? $"\n{workshop.Show(root)} does not compile: {problem.Split('\n')[0]}" : "");
        }

        var simple = name.Split('.')[^1];
        var near = known.Where(message => message.EndsWith($".{simple}", StringComparison.OrdinalIgnoreCase)).ToArray();
        throw WorkshopException.WrongUse(
            $"No contract has the message {name}. {(near.Length > 0 ? $"Did you mean {string.Join(" or ", near.Distinct())}?" : $"There are: {string.Join(", ", known.Distinct())}.")}{problems}");
    }

    private static string[] ProtosIn(string folder, SearchOption search) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.proto", search).Order(StringComparer.Ordinal)] : [];
}
