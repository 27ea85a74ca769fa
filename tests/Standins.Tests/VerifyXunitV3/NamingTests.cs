using VerifyTests;
using VerifyXunit;

namespace Workshop.Standins.Tests.VerifyXunitV3;

/// <summary>Where a snapshot is kept and what it is called.</summary>
public sealed class NamingTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_snapshot_is_named_after_class_and_method()
    {
        await ReceiveAsync(Verifier.Verify("text").UseDirectory(_folder.Path));

        Assert.Equal(
            ["NamingTests.A_snapshot_is_named_after_class_and_method.received.txt"], _folder.FileNames);
    }

    [Theory]
    [InlineData("short", 1, true)]
    public async Task Arguments_of_built_in_types_are_part_of_the_name(string text, int number, bool flag)
    {
        await ReceiveAsync(Verifier.Verify($"{text}{number}{flag}").UseDirectory(_folder.Path));

        Assert.Equal(
            [$"NamingTests.{nameof(Arguments_of_built_in_types_are_part_of_the_name)}_text=short_number=1_flag=True.received.txt"],
            _folder.FileNames);
    }

    [Theory]
    [InlineData("a/b\\c:d?", null)]
    public async Task Characters_that_some_system_refuses_become_dashes(string text, string? nothing)
    {
        await ReceiveAsync(Verifier.Verify(text + nothing).UseDirectory(_folder.Path));

        Assert.Equal(
            [$"NamingTests.{nameof(Characters_that_some_system_refuses_become_dashes)}_text=a-b-c-d-_nothing=null.received.txt"],
            _folder.FileNames);
    }

    [Theory]
    [InlineData("one", "two")]
    public async Task Chosen_parameters_replace_the_arguments(string first, string second)
    {
        await ReceiveAsync(Verifier.Verify(first + second).UseDirectory(_folder.Path).UseParameters("1"));

        Assert.Equal(
            [$"NamingTests.{nameof(Chosen_parameters_replace_the_arguments)}_first=1.received.txt"], _folder.FileNames);
    }

    [Theory]
    [InlineData("one")]
    public async Task A_text_for_the_parameters_replaces_them(string argument)
    {
        await ReceiveAsync(Verifier.Verify(argument).UseDirectory(_folder.Path).UseTextForParameters("first-case"));

        Assert.Equal(
            [$"NamingTests.{nameof(A_text_for_the_parameters_replaces_them)}_first-case.received.txt"], _folder.FileNames);
    }

    [Theory]
    [MemberData(nameof(Complex))]
    public async Task An_argument_of_another_type_asks_for_a_choice(Version version)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Verifier.Verify(version.ToString()).UseDirectory(_folder.Path).ToTask().InTime());

        Assert.Contains("UseParameters", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Version> Complex => [new Version(1, 2)];

    [Theory]
    [InlineData(1)]
    public async Task More_values_than_parameters_are_refused(int number)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Verifier.Verify("text").UseDirectory(_folder.Path).UseParameters(number, 2).ToTask().InTime());

        Assert.Contains("got 2 values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_and_method_name_can_be_chosen()
    {
        var settings = new VerifySettings();
        settings.UseDirectory(_folder.Path);
        settings.UseTypeName("Upload");
        settings.UseMethodName("Too_large");

        await ReceiveAsync(Verifier.Verify("text", settings));

        Assert.Equal(["Upload.Too_large.received.txt"], _folder.FileNames);
    }

    [Fact]
    public async Task A_chosen_file_name_replaces_all_of_it()
    {
        await ReceiveAsync(Verifier.Verify("text", extension: "json").UseDirectory(_folder.Path).UseFileName("answer"));

        Assert.Equal(["answer.received.json"], _folder.FileNames);
    }

    [Fact]
    public void A_file_name_beside_a_part_of_it_is_refused()
    {
        var settings = new VerifySettings();
        settings.UseMethodName("Too_large");

        Assert.Throws<InvalidOperationException>(() => settings.UseFileName("answer"));
    }

    [Fact]
    public async Task A_relative_folder_begins_at_the_source_file()
    {
        var sourceFile = _folder.PathOf("UploadChecks.cs");

        var error = await ReceiveAsync(
            Verifier.Verify("text", sourceFile: sourceFile).UseDirectory("snapshots").UseFileName("answer"));

        Assert.StartsWith($"Directory: {_folder.PathOf("snapshots")}\n", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.PathOf("snapshots"), "answer.received.txt")));
    }

    [Fact]
    public async Task A_source_folder_that_is_gone_is_explained()
    {
        var error = await Assert.ThrowsAsync<VerifyException>(
            () => Verifier.Verify("text", sourceFile: _folder.PathOf("gone/UploadChecks.cs")).ToTask().InTime());

        Assert.Contains("build them where they run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_verifications_of_one_name_are_refused()
    {
        await ReceiveAsync(Verifier.Verify("first").UseDirectory(_folder.Path));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Verifier.Verify("second").UseDirectory(_folder.Path).ToTask().InTime());

        Assert.StartsWith("The prefix has already been used.", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Two_verifications_of_one_name_are_refused), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_verifications_of_one_name_can_be_allowed()
    {
        await ReceiveAsync(Verifier.Verify("first").UseDirectory(_folder.Path).DisableRequireUniquePrefix());
        await ReceiveAsync(Verifier.Verify("second").UseDirectory(_folder.Path).DisableRequireUniquePrefix());

        Assert.Single(_folder.FileNames);
    }

    public sealed class Nested : IDisposable
    {
        private readonly SnapshotFolder _folder = new();

        public void Dispose() => _folder.Dispose();

        [Fact]
        public async Task A_nested_class_has_its_outer_class_in_the_name()
        {
            await ReceiveAsync(Verifier.Verify("text").UseDirectory(_folder.Path));

            Assert.StartsWith("NamingTests.Nested.A_nested_class", _folder.FileNames.Single(), StringComparison.Ordinal);
        }
    }

    private static Task<VerifyException> ReceiveAsync(SettingsTask verification) =>
        Assert.ThrowsAsync<VerifyException>(() => verification.ToTask().InTime());
}
