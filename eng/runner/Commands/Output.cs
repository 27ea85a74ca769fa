using System.CommandLine;
using System.Text.Json;
using Workshop.Runner.Files;
using Workshop.Runner.Screens;

namespace Workshop.Runner.Commands;

/// <summary>Where a command prints: text for people on a screen, or with --json one document and nothing else.</summary>
internal sealed class Output(bool plain, bool json)
{
    /// <summary>Of every command.</summary>
    public static Option<bool> Plain { get; } = new("--plain")
    {
        Description = "Print text only: no colour, no spinner.",
        Recursive = true,
    };

    /// <summary>Of every command.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON.", Recursive = true };

    /// <summary>Whether JSON is asked for, and nothing else.</summary>
    public bool IsJson => json;

    /// <summary>Shows nothing where JSON is asked for.</summary>
    public Screen Screen { get; } = new(plain || json, json ? TextWriter.Null : Console.Out);

    public static Output Of(ParseResult parsed) => new(parsed.GetValue(Plain), parsed.GetValue(Json));

    public static string ToJson(object document) => JsonSerializer.Serialize(document, WrittenJson.Options);

    /// <summary>Prints the document where JSON is asked for.</summary>
    public void Document(object document)
    {
        if (json)
        {
            Console.Out.WriteLine(ToJson(document));
        }
    }
}
