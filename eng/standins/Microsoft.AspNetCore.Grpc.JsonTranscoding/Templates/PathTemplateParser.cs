namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Templates;

/// <summary>Reads a path template.</summary>
/// <remarks>
/// The grammar of google/api/http.proto: <c>"/" segment { "/" segment } [ ":" verb ]</c>, where a segment is a literal,
/// <c>*</c>, <c>**</c> or <c>{field.path}</c> or <c>{field.path=segment/segment}</c>.
/// </remarks>
internal sealed class PathTemplateParser
{
    // What has a meaning in a template or in a URL, and so cannot be part of a literal.
    private const string NotInLiteral = "/{}*=?#:\"<>\\^`|";

    private readonly string _text;
    private readonly List<PathSegment> _segments = [];
    private readonly List<PathVariable> _variables = [];
    private int _position;

    private PathTemplateParser(string text) => _text = text;

    private char? Current => _position < _text.Length ? _text[_position] : null;

    /// <exception cref="FormatException">The text is no template. The message says where and why.</exception>
    public static PathTemplate Parse(string text)
    {
        var parser = new PathTemplateParser(text);
        var verb = parser.ReadTemplate();
        return new PathTemplate(text, parser._segments, parser._variables, verb);
    }

    private string? ReadTemplate()
    {
        if (!Accept('/'))
        {
            throw Problem("it must begin with '/'");
        }

        do
        {
            ReadSegment(variable: null);
        }
        while (Accept('/'));

        string? verb = null;
        if (Accept(':'))
        {
            verb = ReadLiteral("a verb after ':'");
        }

        if (Current is { } rest)
        {
            throw Problem($"'{rest}' cannot stand there: a segment is a literal, '*', '**' or '{{field}}', and ends with '/'");
        }

        return verb;
    }

    private void ReadSegment(string? variable)
    {
        if (_segments.Count > 0 && _segments[^1].Kind == PathSegmentKind.Rest)
        {
            throw Problem("nothing but a verb can follow '**'");
        }

        if (Accept('*'))
        {
            _segments.Add(new PathSegment(Accept('*') ? PathSegmentKind.Rest : PathSegmentKind.One, ""));
        }
        else if (Current == '{')
        {
            if (variable is not null)
            {
                throw Problem($"the variable '{variable}' cannot contain another one");
            }

            _position++;
            ReadVariable();
        }
        else
        {
            _segments.Add(new PathSegment(PathSegmentKind.Literal, ReadLiteral("a segment")));
        }
    }

    private void ReadVariable()
    {
        var start = _position;
        while (Current is { } letter && (char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.'))
        {
            _position++;
        }

        var fieldPath = _text[start.._position];
        if (fieldPath.Length == 0 || fieldPath.Split('.').Any(part => part.Length == 0 || char.IsAsciiDigit(part[0])))
        {
            throw Problem("'{' must be followed by the name of a field, such as {id} or {user.id}");
        }

        if (_variables.Any(variable => variable.FieldPath == fieldPath))
        {
            throw Problem($"the variable '{fieldPath}' is there twice");
        }

        var first = _segments.Count;
        if (Accept('='))
        {
            do
            {
                ReadSegment(fieldPath);
            }
            while (Accept('/'));
        }
        else
        {
            _segments.Add(new PathSegment(PathSegmentKind.One, ""));
        }

        if (!Accept('}'))
        {
            throw Problem($"the variable '{fieldPath}' must end with '}}'. Route constraints, default values and optional "
                + "parameters are not supported");
        }

        _variables.Add(new PathVariable(fieldPath, first, _segments.Count - first));
    }

    private string ReadLiteral(string what)
    {
        var start = _position;
        while (Current is { } letter && !NotInLiteral.Contains(letter) && !char.IsWhiteSpace(letter) && !char.IsControl(letter))
        {
            _position++;
        }

        return _position > start ? _text[start.._position] : throw Problem($"{what} is missing");
    }

    private bool Accept(char expected)
    {
        if (Current != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private FormatException Problem(string problem) =>
        new($"At character {_position + 1} of the template '{_text}': {problem}.");
}
