using System.CommandLine;
using System.Globalization;
using System.Text;
using Workshop.ServiceDefaults;

namespace Workshop.Evolution;

/// <summary>The command <c>bytes</c>: the fields of a message, without its contract.</summary>
internal static class BytesCommand
{
    private const string CutOff = "The bytes end in the middle of a field.";

    public static Command Create()
    {
        var hex = new Argument<string>("HEX") { Description = "The message, such as \"08 c0 c4 07\"." };
        var packed = new Option<int>("--packed") { Description = "The number of a field of packed varints.", HelpName = "NUMBER" };
        var command = new Command("bytes", "Print the fields of a message.") { hex, packed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var bytes = Convert.FromHexString(parsed.GetValue(hex)!.Replace(" ", "", StringComparison.Ordinal));
                await PrintAsync(bytes, parsed.GetValue(packed), parsed.InvocationConfiguration.Output);
                return ExitCodes.Success;
            }
            catch (FormatException problem)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"This is no message. {problem.Message}");
                return ExitCodes.Refused;
            }
        });
        return command;
    }

    private static async Task PrintAsync(byte[] bytes, int packed, TextWriter output)
    {
        for (var position = 0; position < bytes.Length;)
        {
            var (number, wireType) = WireReader.ReadTag(bytes, ref position);
            var value = wireType switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"VARINT {WireReader.ReadVarint(bytes, ref position)}"),
                1 => $"I64 {Convert.ToHexStringLower(Take(bytes, 8, ref position))}",
                2 => $"LEN {Describe(TakeDelimited(bytes, ref position), number == packed)}",
                5 => $"I32 {Convert.ToHexStringLower(Take(bytes, 4, ref position))}",
                _ => throw new FormatException($"Wire type {wireType} is not read here."),
            };
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"field {number}: {value}"));
        }
    }

    private static string Describe(ReadOnlySpan<byte> content, bool packed)
    {
        if (!packed)
        {
            var text = Encoding.UTF8.GetString(content);
            return text.All(letter => letter is >= ' ' and <= '~') ? $"{content.Length} \"{text}\"" : $"{content.Length} {Convert.ToHexStringLower(content)}";
        }

        var values = new List<string>();
        for (var position = 0; position < content.Length;)
        {
            values.Add(WireReader.ReadVarint(content, ref position).ToString(CultureInfo.InvariantCulture));
        }

        return $"{content.Length} packed {string.Join(", ", values)}";
    }

    private static ReadOnlySpan<byte> TakeDelimited(ReadOnlySpan<byte> bytes, ref int position)
    {
        var length = WireReader.ReadVarint(bytes, ref position);
        return length <= (ulong)bytes.Length ? Take(bytes, (int)length, ref position) : throw new FormatException(CutOff);
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, int length, ref int position)
    {
        if (bytes.Length - position < length)
        {
            throw new FormatException(CutOff);
        }

        position += length;
        return bytes[(position - length)..position];
    }
}
