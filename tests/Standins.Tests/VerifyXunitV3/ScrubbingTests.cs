using System.Reflection;

namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>What scrubbers do to a text before it is compared: scrubbers and guids in Verify's documentation.</summary>
public sealed class ScrubbingTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_scrubber_added_last_runs_first()
    {
        var verification = Verify("x")
            .AddScrubber(text => text.Append('1'))
            .AddScrubber(text => text.Append('2'))
            .AddScrubber(text => text.Append('3'), ScrubberLocation.Last);

        Assert.Equal("x213", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task A_scrubber_for_another_extension_leaves_the_text_alone()
    {
        var verification = Verify("x")
            .AddScrubber("json", text => text.Append('1'))
            .AddScrubber("txt", text => text.Append('2'));

        Assert.Equal("x2", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Scrubbers_added_to_a_verification_do_not_reach_its_settings()
    {
        var settings = new VerifySettings();
        settings.ScrubLinesContaining("secret");
        settings.DisableRequireUniquePrefix();

        var first = await _folder.ReceiveAsync(Verify("one\nSECRET", settings).AddScrubber(text => text.Insert(0, '!')));
        var second = await _folder.ReceiveAsync(Verify("two\nsecret", settings));

        Assert.Equal(("!one", "two"), (first, second));
    }

    [Fact]
    public async Task Lines_are_removed_by_what_they_contain()
    {
        var verification = Verify("Date: today\ndate: now\nServer: Kestrel\ngrpc-status: 0")
            .ScrubLinesContaining("SERVER:")
            .ScrubLinesContaining(StringComparison.Ordinal, "Date:");

        Assert.Equal("date: now\ngrpc-status: 0", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Lines_are_replaced_and_those_replaced_by_null_removed()
    {
        var verification = Verify("port 5001\nnoise\nport 5002")
            .ScrubLinesWithReplace(line => line == "noise" ? null : line.Replace("500", "n", StringComparison.Ordinal));

        Assert.Equal("port n1\nport n2", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Empty_lines_are_removed()
    {
        Assert.Equal("one\ntwo", await _folder.ReceiveAsync(Verify("one\n\n \ntwo").ScrubEmptyLines()));
    }

    [Fact]
    public async Task Each_GUID_has_a_number_of_its_own()
    {
        var verification = Verify(
            $"""
            id 651ad409-fc30-4b12-a47e-616d3f953e4c, then 7F1F7B3C-5B5B-4B8C-9F58-1B1D9C6F0A11.
            again 651AD409-FC30-4B12-A47E-616D3F953E4C, none {Guid.Empty}
            """).ScrubInlineGuids();

        Assert.Equal(
            "id Guid_1, then Guid_2.\nagain Guid_1, none Guid_Empty", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task A_GUID_without_dashes_is_the_same_GUID()
    {
        var verification = Verify("651ad409-fc30-4b12-a47e-616d3f953e4c is 651ad409fc304b12a47e616d3f953e4c")
            .ScrubInlineGuids();

        Assert.Equal("Guid_1 is Guid_1", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Folders_of_this_machine_are_named()
    {
        var temporary = Path.Combine(Path.GetTempPath(), "upload.bin");
        var program = Path.Combine(AppContext.BaseDirectory, "Upload.dll");

        var text = await _folder.ReceiveAsync(Verify($"{temporary} {program} /somewhere{temporary}"));

        Assert.Equal($"{{TempPath}}upload.bin {{CurrentDirectory}}Upload.dll /somewhere{temporary}", text);
    }

    [Theory]
    [InlineData("Verify.ProjectDirectory", "{ProjectDirectory}")]
    [InlineData("Verify.SolutionDirectory", "{SolutionDirectory}")]
    public async Task A_folder_that_the_build_wrote_into_the_tests_is_named(string key, string name)
    {
        var folder = typeof(ScrubbingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key).Value!;

        var text = await _folder.ReceiveAsync(Verify($"at {Path.Combine(folder, "Upload.cs")}:12"));

        Assert.Equal($"at {name}Upload.cs:12", text);
    }

    [Fact]
    public async Task A_text_of_which_nothing_is_left_stays_empty()
    {
        Assert.Equal("", await _folder.ReceiveAsync(Verify("a").ScrubLines(_ => true)));
    }
}
