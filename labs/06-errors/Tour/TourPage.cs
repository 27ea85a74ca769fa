using System.Globalization;
using Grpc.Core;
using Workshop.ServiceDefaults;

namespace Workshop.Errors.Tour;

/// <summary>The tour as text, without colours, at most 80 columns wide.</summary>
/// <param name="withDetails">Whether the sentences of the statuses are shown.</param>
internal sealed class TourPage(bool withDetails)
{
    private const int Width = 80;
    private const int Indent = 13;

    /// <summary>One code: its number and name, the HTTP status of REST, what to do, and what was measured.</summary>
    public IEnumerable<string> Of(StatusCode code, int http, IEnumerable<Measurement> measurements)
    {
        var right = string.Create(CultureInfo.InvariantCulture, $"REST {http}");
        yield return string.Create(CultureInfo.InvariantCulture, $"{(int)code,2} {CodeGuide.NameOf(code)}").PadRight(Width - right.Length) + right;
        foreach (var line in Labelled("do", CodeGuide.AdviceOf(code)))
        {
            yield return line;
        }

        foreach (var made in measurements.GroupBy(measurement => measurement.Of.Maker))
        {
            var label = NameOf(made.Key);
            foreach (var line in Lines(made).SelectMany(text => Labelled("", text)))
            {
                yield return $"   {label}".PadRight(Indent) + line[Indent..];
                label = "";
            }
        }
    }

    private IEnumerable<string> Lines(IGrouping<Maker, Measurement> made)
    {
        if (withDetails)
        {
            // The words may be those of somebody else's server.
            return made.SelectMany(measurement => measurement.Detail.Length > 0
                ? new[] { CauseOf(measurement), $"  \"{VisibleText.Of(measurement.Detail)}\"" }
                : [CauseOf(measurement)]);
        }

        // The plain statuses of a proxy stand in one line.
        var causes = made.Select(CauseOf).ToLookup(cause => made.Key is Maker.Proxy && !cause.Contains('(', StringComparison.Ordinal));
        return [.. causes[true].Any() ? [string.Join(", ", causes[true])] : Array.Empty<string>(), .. causes[false]];
    }

    private static string CauseOf(Measurement measurement) =>
        measurement.Of.Documented is { } documented && documented != measurement.Code
            ? $"{measurement.Of.Cause} (documented: {CodeGuide.NameOf(documented)})"
            : measurement.Of.Cause;

    private static string NameOf(Maker maker) => maker switch
    {
        Maker.Library => "library",
        Maker.Proxy => "proxy",
        _ => "you",
    };

    private static IEnumerable<string> Labelled(string label, string text)
    {
        var line = $"   {label}".PadRight(Indent);
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = new string(' ', Indent);
                isEmpty = true;
            }

            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        yield return line;
    }
}
