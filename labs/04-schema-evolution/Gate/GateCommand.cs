using System.CommandLine;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Workshop.ServiceDefaults;

namespace Workshop.Evolution.Gate;

/// <summary>The command <c>gate</c>: whether the next release may go out.</summary>
internal static class GateCommand
{
    public static Command Create()
    {
        var against = new Option<string?>("--against") { Description = "The last release, as --save wrote it. Default: version 1 as it is out there.", HelpName = "FILE" };
        var save = new Option<string?>("--save") { Description = "Write your release to a file, for the next --against.", HelpName = "FILE" };
        var category = new Option<Category>("--category") { Description = "What must not break: File, Package, WireJson or Wire.", HelpName = "NAME", DefaultValueFactory = _ => Category.WireJson };
        var except = new Option<string[]>("--except") { Description = "A rule that may be broken, because somebody has looked.", HelpName = "RULE" };
        var command = new Command("gate", "Compare your release with the last one.") { against, save, category, except };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                var release = Set(Users.Next.UsersReflection.Descriptor);
                if (parsed.GetValue(save) is { } file)
                {
                    await File.WriteAllBytesAsync(file, release.ToByteArray(), cancellationToken);
                }

                var last = parsed.GetValue(against) is { } baseline
                    ? FileDescriptorSet.Parser.ParseFrom(await File.ReadAllBytesAsync(baseline, cancellationToken))
                    : Set(Users.V1.UsersReflection.Descriptor);
                var findings = BreakingGate.Compare(last, release, parsed.GetValue(category))
                    .Where(finding => parsed.GetValue(except)?.Contains(finding.Rule) is not true).ToArray();
                foreach (var finding in findings)
                {
                    await output.WriteLineAsync($"{finding}");
                }

                await output.WriteLineAsync(findings.Length == 0 ? "The release may go out." : $"The release must not go out. Findings: {findings.Length}.");
                return findings.Length == 0 ? ExitCodes.Success : ExitCodes.Failed;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidProtocolBufferException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem.Message);
                return ExitCodes.Refused;
            }
        });
        return command;
    }

    // The release lies in another folder than the contract that is out there, and takes its place: the path is the same.
    private static FileDescriptorSet Set(FileDescriptor file)
    {
        var proto = file.ToProto();
        proto.Name = "workshop/users/v1/users.proto";
        return new FileDescriptorSet { File = { proto } };
    }
}
