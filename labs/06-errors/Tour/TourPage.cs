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

    /// <summary>One code: its number and name, the HTTP status, what to do, and what was measured.</summary>
    public IEnumerable<string> Of(StatusCode code, int http, IEnumerable<Measurement> measurements)
    {
        var right = string.Create(CultureInfo.InvariantCulture, $"HTTP {http}");
        yield return string.Create(CultureInfo.InvariantCulture, $"{(int)code,2} {CodeGuide.NameOf(code)}").PadRight(Width - right.Length) + right;
        foreach (var line in Labelled("do", CodeGuide.AdviceOf(code)))
        {
            yield return line;
        }

        foreach (var of in measurements.GroupBy(measurement => measurement.Of.Maker))
        {
            var label = NameOf(of.Key);
            foreach (var measurement in of)
            {
                foreach (var line in Measured(label, measurement))
                {
                    yield return line;
                }

                label = "";
            }
        }
    }

    private IEnumerable<string> Measured(string label, Measurement measured)
    {
        var (cause, documented) = (measured.Of.Cause, measured.Of.Documented);
        var note = documented == measured.Code ? "" : $" (documented: {CodeGuide.NameOf(documented)})";
        foreach (var line in Labelled(label, cause + note))
        {
            yield return line;
        }

        if (withDetails && measured.Detail.Length > 0)
        {
            // A server of somebody else may have chosen the words.
            foreach (var line in Labelled("", $"\"{VisibleText.Of(measured.Detail)}\""))
            {
                yield return line;
            }
        }
    }

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
