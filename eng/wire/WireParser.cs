using System.Globalization;
using Google.Protobuf.Reflection;

namespace Workshop.Wire;

/// <summary>Reads a message by the rules of the encoding, and names the first byte that breaks one.</summary>
internal sealed class WireParser(ReadOnlyMemory<byte> bytes)
{
    // Google.Protobuf and protoc refuse deeper ones, so that no message can exhaust a stack.
    private const int MaxDepth = 100;
    private const int LongestVarint = 10;

    private readonly List<WireElement> _elements = [];
    private WireProblem? _problem;
    private int _position;

    public IReadOnlyList<WireElement> Elements => _elements;

    public WireProblem? Parse(MessageDescriptor? type)
    {
        ReadMessage(type, bytes.Length, depth: 0, group: null);
        return _problem;
    }

    private bool ReadMessage(MessageDescriptor? type, int end, int depth, int? group)
    {
        while (_position < end)
        {
            var start = _position;
            if (!ReadVarint(end, "tag", out var tag))
            {
                return false;
            }

            var (number, wireType) = ((int)((uint)tag >> 3), (int)(tag & 7));
            if (number == 0)
            {
                return Fail(start, "a tag with the field number 0: numbers begin at 1");
            }

            if (wireType == 4)
            {
                if (group != number)
                {
                    return Fail(start, group is null
                        ? $"the end of group {number}, which has not begun"
                        : $"the end of group {number} within group {group}");
                }

                Add(start, depth - 1, number, "", "EGROUP", null, "end of the group");
                return true;
            }

            if (!ReadField(type?.FindFieldByNumber(number), number, wireType, start, end, depth))
            {
                return false;
            }
        }

        return group is null || Fail(end, $"the end, and group {group} is still open");
    }

    private bool ReadField(FieldDescriptor? field, int number, int wireType, int start, int end, int depth)
    {
        var known = field is not null && WireTypes.Accepts(field, wireType);
        var name = field is null ? "?" : field.Name;
        var note = field is not null && !known
            ? $"  unknown: {field.Name} is {WireTypes.NameOf(field)} and would be {WireTypes.Names[WireTypes.Of(field)]}"
            : "";
        switch (wireType)
        {
            case 0:
                if (!ReadVarint(end, "varint", out var varint))
                {
                    return false;
                }

                Add(start, depth, number, name, "VARINT", null, (known ? WireValue.OfVarint(field!, varint) : $"{varint}") + note);
                return true;
            case 1:
                return ReadFixed(8, "I64");
            case 5:
                return ReadFixed(4, "I32");
            case 2:
                return ReadLengthDelimited(known ? field : null, number, name, note, start, end, depth);
            case 3:
                Add(start, depth, number, name, "SGROUP", null, (known ? WireTypes.NameOf(field!) : "group") + note);
                return (depth < MaxDepth || Fail(start, $"more than {MaxDepth} messages in one another: parsers refuse that"))
                    && ReadMessage(known ? field!.MessageType : null, end, depth + 1, number);
            default:
                return Fail(start, $"wire type {wireType}, which does not exist: types are 0 to 5");
        }

        bool ReadFixed(int length, string wireName)
        {
            if (end - _position < length)
            {
                return Fail(_position, $"{end - _position} bytes where {WireTypes.Names[wireType]} has {length}: the message is cut off");
            }

            var value = bytes.Span.Slice(_position, length);
            _position += length;
            Add(start, depth, number, name, wireName, null, (known ? WireValue.OfFixed(field!, value) : WireValue.OfFixed(value)) + note);
            return true;
        }
    }

    private bool ReadLengthDelimited(FieldDescriptor? field, int number, string name, string note, int start, int end, int depth)
    {
        var lengthAt = _position;
        if (!ReadVarint(end, "length", out var declared))
        {
            return false;
        }

        if (declared > (ulong)(end - _position))
        {
            return Fail(lengthAt, string.Create(
                CultureInfo.InvariantCulture, $"a length of {declared} bytes, and {end - _position} are left: the message is cut off, or this is no length"));
        }

        var length = (int)declared;
        var stop = _position + length;
        if (field is { IsRepeated: true } && WireTypes.IsPackable(field))
        {
            Add(start, depth, number, name, "LEN", length, $"packed {WireTypes.NameOf(field)}");
            return ReadPacked(field, stop, depth + 1);
        }

        if (field is { FieldType: FieldType.Message })
        {
            Add(start, depth, number, name, "LEN", length, WireTypes.NameOf(field));
            return (depth < MaxDepth || Fail(start, $"more than {MaxDepth} messages in one another: parsers refuse that"))
                && ReadMessage(field.MessageType, stop, depth + 1, group: null);
        }

        var value = bytes.Span.Slice(_position, length);
        if (field is null && note.Length == 0 && WireValue.LooksLikeText(value) is false && ReadAsMessage(start, stop, number, name, length, depth))
        {
            return true;
        }

        _position = stop;
        Add(start, depth, number, name, "LEN", length,
            (field is null && WireValue.LooksLikeText(value) || field is { FieldType: FieldType.String } ? WireValue.OfText(value) : WireValue.OfBytes(value)) + note);
        return true;
    }

    // Whether an unknown field is a message, nobody can know: it is shown as one if it can be one.
    private bool ReadAsMessage(int start, int stop, int number, string name, int length, int depth)
    {
        if (length == 0 || depth >= MaxDepth)
        {
            return false;
        }

        var (position, count) = (_position, _elements.Count);
        Add(start, depth, number, name, "LEN", length, "may be a message");
        if (ReadMessage(type: null, stop, depth + 1, group: null))
        {
            return true;
        }

        _elements.RemoveRange(count, _elements.Count - count);
        (_position, _problem) = (position, null);
        return false;
    }

    private bool ReadPacked(FieldDescriptor field, int stop, int depth)
    {
        for (var i = 0; _position < stop; i++)
        {
            var start = _position;
            string value;
            if (WireTypes.Of(field) == 0)
            {
                if (!ReadVarint(stop, "varint", out var varint))
                {
                    return false;
                }

                value = WireValue.OfVarint(field, varint);
            }
            else
            {
                var length = WireTypes.Of(field) == 1 ? 8 : 4;
                if (stop - start < length)
                {
                    return Fail(start, $"{stop - start} bytes where an element has {length}: the packed field is cut off");
                }

                value = WireValue.OfFixed(field, bytes.Span.Slice(start, length));
                _position += length;
            }

            Add(start, depth, null, $"[{i}]", "", null, value);
        }

        return true;
    }

    private bool ReadVarint(int end, string what, out ulong value)
    {
        value = 0;
        var start = _position;
        for (var i = 0; i < LongestVarint; i++)
        {
            if (_position >= end)
            {
                return Fail(start, $"a {what} that does not end: its last byte would be less than 80");
            }

            var next = bytes.Span[_position++];
            value |= (ulong)(next & 0x7f) << (7 * i);
            if (next < 0x80)
            {
                return true;
            }
        }

        return Fail(start, $"a {what} of more than {LongestVarint} bytes");
    }

    private void Add(int start, int depth, int? number, string name, string wireType, int? length, string value) =>
        _elements.Add(new WireElement(start, depth, bytes[start.._position], number, name, wireType, length, value));

    private bool Fail(int offset, string text)
    {
        _problem ??= new WireProblem(offset, text);
        return false;
    }
}
