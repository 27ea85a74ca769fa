using VerifyTests;
using VerifyXunit;

namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>What scrubbers do to a text before it is compared, and in which order.</summary>
public sealed class ScrubbingTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_scrubber_added_last_runs_first()
    {
        var verification = Verifier.Verify("x")
            .AddScrubber(text => text.Append('1'))
            .AddScrubber(text => text.Append('2'))
            .AddScrubber(text => text.Append('3'), ScrubberLocation.Last);

        Assert.Equal("x213", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task A_scrubber_for_another_extension_leaves_the_text_alone()
    {
        var verification = Verifier.Verify("x")
            .AddScrubber("json", text => text.Append('1'))
            .AddScrubber("txt", text => text.Append('2'));

        Assert.Equal("x2", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Scrubbers_of_settings_stay_with_their_verification()
    {
        var settings = new VerifySettings();
        settings.ScrubLinesContaining("secret");

        var first = Verifier.Verify("one\nSECRET", settings).AddScrubber(text => text.Insert(0, '!'));

        Assert.Equal("!one", await _folder.ReceiveAsync(first));
        settings.UseDirectory(_folder.Path);
        var error = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("two", settings).ToTask().InTime());
        Assert.EndsWith("\ntwo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_removed_by_what_they_contain()
    {
        var verification = Verifier.Verify("Date: today\ndate: now\nServer: Kestrel\ngrpc-status: 0")
            .ScrubLinesContaining("SERVER:")
            .ScrubLinesContaining(StringComparison.Ordinal, "Date:");

        Assert.Equal("date: now\ngrpc-status: 0", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Lines_are_replaced_and_those_replaced_by_null_removed()
    {
        var verification = Verifier.Verify("port 5001\n\nport 5002\nnoise")
            .ScrubLinesWithReplace(line => line == "noise" ? null : line.Replace("500", "n", StringComparison.Ordinal))
            .ScrubEmptyLines()
            .ScrubLines(line => line.EndsWith('2'));

        Assert.Equal("port n1", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Each_GUID_has_a_number_of_its_own()
    {
        var verification = Verifier.Verify(
            $"""
            id 651ad409-fc30-4b12-a47e-616d3f953e4c, then 7F1F7B3C-5B5B-4B8C-9F58-1B1D9C6F0A11.
            again 651AD409-FC30-4B12-A47E-616D3F953E4C, none {Guid.Empty}
            """).ScrubInlineGuids();

        Assert.Equal(
            "id Guid_1, then Guid_2.\nagain Guid_1, none Guid_Empty", await _folder.ReceiveAsync(verification));
    }

    [Fact]
    public async Task Folders_of_this_machine_are_named()
    {
        var temporary = Path.Combine(Path.GetTempPath(), "upload.bin");
        var program = Path.Combine(AppContext.BaseDirectory, "Upload.dll");

        var text = await _folder.ReceiveAsync(Verifier.Verify($"{temporary} {program} /somewhere{temporary}"));

        Assert.Equal($"{{TempPath}}upload.bin {{CurrentDirectory}}Upload.dll /somewhere{temporary}", text);
    }

    [Fact]
    public async Task The_project_that_holds_the_test_is_named()
    {
        _folder.Write("Upload.csproj", "");
        var sourceFile = _folder.PathOf("UploadChecks.cs");

        var text = await _folder.ReceiveAsync(Verifier.Verify($"at {sourceFile}:12", sourceFile: sourceFile));

        Assert.Equal("at {ProjectDirectory}UploadChecks.cs:12", text);
    }

    [Fact]
    public async Task A_text_of_which_nothing_is_left_is_an_empty_string()
    {
        Assert.Equal("emptyString", await _folder.ReceiveAsync(Verifier.Verify("a").ScrubLines(_ => true)));
    }
}
