namespace Workshop.Interop.Tests;

/// <summary>The page and the clients are in step. These tests need no other language.</summary>
public sealed class PageTests
{
    // What a command of the page begins with, and the tests that run it.
    private static readonly string[] Run =
    [
        "npm install ", "export NODE_PATH=", "node tests/Interop.Tests/clients/javascript/",
        "artifacts/interop/node_modules/.bin/buf build ", "artifacts/interop/node_modules/.bin/buf curl ",
        "python3 -m venv ", "artifacts/interop/python/bin/pip install ", "artifacts/interop/python/bin/python tests/Interop.Tests/clients/python/",
    ];

    [Fact]
    public void Every_command_is_of_a_kind_that_the_tests_run() =>
        Assert.All(CommandPage.Commands, command => Assert.Contains(Run, command.StartsWith));

    [Theory]
    [InlineData("clients/javascript/", ".js")]
    [InlineData("clients/python/", ".py")]
    public void Every_client_has_one_command_with_the_address_that_is_replaced(string folder, string extension)
    {
        foreach (var client in new[] { "hello", "upload", "tail", "users" })
        {
            var words = CommandPage.CommandWith($"{folder}{client}{extension}");

            Assert.Contains(CommandPage.Address, words);
            Assert.True(File.Exists(Repository.PathOf("tests", "Interop.Tests", $"{folder}{client}{extension}")), $"{folder}{client}{extension}");
        }
    }
}
