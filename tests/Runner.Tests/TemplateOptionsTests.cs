using Workshop.Runner;
using Workshop.Runner.Creation;
using Workshop.Runner.Labs;
using Xunit;

namespace Workshop.Tests;

/// <summary>The options of <c>new DIR</c>, which are handed on to the template.</summary>
public sealed class TemplateOptionsTests
{
    private static readonly WorkshopFolder Source = new(Repository.Root);

    [Theory]
    [InlineData(true, null, "")]
    [InlineData(false, null, "--solutions false")]
    [InlineData(true, "01,02", "--labs 01,02")]
    [InlineData(false, "2, hello", "--solutions false --labs 02,01")]
    public void They_are_those_of_the_template(bool solutions, string? labs, string arguments) =>
        Assert.Equal(arguments, string.Join(' ', TemplateOptions.Read(Source, solutions, labs).Arguments));

    [Theory]
    [InlineData("09", "There is no lab '09'. The labs are: 01-hello, 02-upload,")]
    [InlineData("01,09", "There is no lab '09'. The labs are: 01-hello, 02-upload,")]
    [InlineData(",", "--labs names no lab.")]
    public void A_lab_that_there_is_not_is_told_with_the_known_ones(string labs, string message) =>
        Assert.StartsWith(message, Assert.Throws<WorkshopException>(() => TemplateOptions.Read(Source, solutions: true, labs)).Message, StringComparison.Ordinal);
}
