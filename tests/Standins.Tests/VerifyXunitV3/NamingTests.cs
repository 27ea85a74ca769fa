namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>Where a snapshot is kept and what it is called: naming and parameterised-xunitv3 in Verify's
/// documentation.</summary>
public sealed class NamingTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_snapshot_is_named_after_class_and_method()
    {
        _folder.Write($"NamingTests.{nameof(A_snapshot_is_named_after_class_and_method)}.verified.txt", "text");

        await Verify("text").UseDirectory(_folder.Path).ToTask().InTime();
    }

    [Theory]
    [InlineData("short", 1, true)]
    public async Task Arguments_of_built_in_types_are_part_of_the_name(string text, int number, bool flag)
    {
        _folder.Write(
            $"NamingTests.{nameof(Arguments_of_built_in_types_are_part_of_the_name)}_text=short_number=1_flag=True.verified.txt",
            $"{text}{number}{flag}");

        await Verify($"{text}{number}{flag}").UseDirectory(_folder.Path).ToTask().InTime();
    }

    [Theory]
    [InlineData("a/b\\c:d?", null)]
    public async Task Characters_that_some_system_refuses_become_dashes(string text, string? nothing)
    {
        _folder.Write(
            $"NamingTests.{nameof(Characters_that_some_system_refuses_become_dashes)}_text=a-b-c-d-_nothing=null.verified.txt",
            text + nothing);

        await Verify(text + nothing).UseDirectory(_folder.Path).ToTask().InTime();
    }

    [Fact]
    public async Task Type_and_method_name_can_be_chosen()
    {
        _folder.Write("Upload.Too_large.verified.txt", "text");
        var settings = new VerifySettings();
        settings.UseDirectory(_folder.Path);
        settings.UseTypeName("Upload");
        settings.UseMethodName("Too_large");

        await Verify("text", settings).ToTask().InTime();
    }

    [Fact]
    public async Task A_chosen_file_name_replaces_all_of_it()
    {
        _folder.Write("answer.verified.json", "text");

        await Verify("text", extension: "json").UseDirectory(_folder.Path).UseFileName("answer").ToTask().InTime();
    }

    [Fact]
    public void A_file_name_beside_a_part_of_it_is_refused()
    {
        var settings = new VerifySettings();
        settings.UseMethodName("Too_large");

        Assert.ThrowsAny<Exception>(() => settings.UseFileName("answer"));
    }

    [Fact]
    public async Task A_relative_folder_begins_at_the_source_file()
    {
        _folder.Write(Path.Combine("snapshots", "answer.verified.txt"), "text");

        await Verify("text", sourceFile: _folder.PathOf("UploadChecks.cs"))
            .UseDirectory("snapshots").UseFileName("answer").ToTask().InTime();
    }

    [Fact]
    public async Task Two_verifications_of_one_name_are_refused()
    {
        _folder.Write($"NamingTests.{nameof(Two_verifications_of_one_name_are_refused)}.verified.txt", "text");
        await Verify("text").UseDirectory(_folder.Path).ToTask().InTime();

        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Verify("text").UseDirectory(_folder.Path).ToTask().InTime());

        Assert.Contains("The prefix has already been used.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_verifications_of_one_name_can_be_allowed()
    {
        _folder.Write($"NamingTests.{nameof(Two_verifications_of_one_name_can_be_allowed)}.verified.txt", "text");

        await Verify("text").UseDirectory(_folder.Path).DisableRequireUniquePrefix().ToTask().InTime();
        await Verify("text").UseDirectory(_folder.Path).DisableRequireUniquePrefix().ToTask().InTime();
    }

    public sealed class Nested : IDisposable
    {
        private readonly SnapshotFolder _folder = new();

        public void Dispose() => _folder.Dispose();

        [Fact]
        public async Task A_nested_class_has_its_outer_class_in_the_name()
        {
            _folder.Write(
                $"NamingTests.Nested.{nameof(A_nested_class_has_its_outer_class_in_the_name)}.verified.txt", "text");

            await Verify("text").UseDirectory(_folder.Path).ToTask().InTime();
        }
    }
}
