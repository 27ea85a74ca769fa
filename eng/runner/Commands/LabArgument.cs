using System.CommandLine;
using Workshop.Runner.Labs;

namespace Workshop.Runner.Commands;

/// <summary>The argument NN: a lab, by number or name.</summary>
internal static class LabArgument
{
    public static Argument<string> Required() => new("NN") { Description = "The lab, by number or name." };

    public static Argument<string?> OneOrAll() => new("NN")
    {
        Description = "The lab, by number or name. All labs, if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <exception cref="WorkshopException">There is no such lab.</exception>
    public static Lab Find(this Argument<string> argument, ParseResult parsed, WorkshopFolder workshop) =>
        workshop.Find(parsed.GetRequiredValue(argument));
}
