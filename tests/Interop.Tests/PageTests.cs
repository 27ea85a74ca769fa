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
        "cp -R tests/Interop.Tests/clients/go ", "go get ", "go build ", "env GO111MODULE=off ", "artifacts/interop/go/clients ",
    ];

    [Fact]
    public void Every_command_is_of_a_kind_that_the_tests_run() =>
        Assert.All(CommandPage.Commands, command => Assert.Contains(Run, command.StartsWith));

    [Theory]
    [InlineData("clients/javascript/CLIENT.js", "clients/javascript/CLIENT.js")]
    [InlineData("clients/python/CLIENT.py", "clients/python/CLIENT.py")]
    [InlineData("clients/go/CLIENT.go", "artifacts/interop/go/clients CLIENT ")]
    public void Every_client_has_one_command_with_the_address_that_is_replaced(string file, string command)
    {
        foreach (var client in new[] { "hello", "upload", "tail", "users" })
        {
            var words = CommandPage.CommandWith(Of(client, command));

            Assert.Contains(CommandPage.Address, words);
            Assert.True(File.Exists(Repository.PathOf("tests", "Interop.Tests", Of(client, file))), Of(client, file));
        }
    }

    private static string Of(string client, string text) => text.Replace("CLIENT", client, StringComparison.Ordinal);
}
