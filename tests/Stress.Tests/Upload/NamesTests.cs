namespace Workshop.Tests;

/// <summary>Which names the server accepts.</summary>
public sealed class NamesTests
{
    // They try to leave the store, mean a device, look like another name, or cannot be seen.
    private static readonly string[] Attacking =
    [
        "", ".", "..", "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "C:x", "\\\\server\\share\\x", "~/x/..", "a/b", "a\\b",
        "a/", "./a", "%2e%2e/x", "....//x", "file:///x", "a:stream", "nul\0.txt", "\0", "line\nbreak", "\r", "tab\there",
        "bell\a", "escape\e[2J", "delete\u007f", "\u0085", "exe\u202etxt.exe", "\u2066x\u2069", "zero\u200bwidth", "\ufeffx", "soft\u00adhyphen",
        "separator\u2028", "CON", "con.txt", "CON .txt", "LPT1", "COM0", "com¹.log", "CONIN$", "conout$.txt", "clock$", "trailing.", "trailing ",
        " leading", "\u00a0leading", "trailing\u3000", "trailing\u2007", "\u3164", "a\u115fb", "\u2800", "a\u034fb", "what?", "a*b", "<a>", "a|b",
        new string('a', 256), string.Concat(Enumerable.Repeat("é", 128)),
    ];

    private static readonly string[] Ordinary =
    [
        "report.pdf", "Two words (3).tar.gz", ".gitignore", "a..b", "naïve café.txt", "報告書.docx", "тест", "🦉.png",
        "👩\u200d🔬.jpg", "نامه\u200cها.txt", "no\u00a0break.txt", "CONSOLE.txt", "COM10", "COM", "a$", new string('a', 255),
    ];

    [Fact]
    public async Task Names_that_attack_are_refused_and_ordinary_ones_of_all_languages_are_not()
    {
        await using var host = await UploadHost.StartAsync();

        foreach (var name in Attacking)
        {
            Assert.Equal($"{name}: InvalidArgument NAME_NOT_ALLOWED", $"{name}: {await UploadHost.RefusalAsync(() => SendAsync(host, name))}");
        }

        Assert.Empty(host.Store.All());
        foreach (var name in Ordinary)
        {
            Assert.Equal(name, (await SendAsync(host, name)).File.Name);
        }
    }

    private static async Task<Files.V1.GetFileResponse> SendAsync(UploadHost host, string name)
    {
        var stored = await host.SendAsync(name, [1]);
        return await host.Client.GetFileAsync(new Files.V1.GetFileRequest { FileId = stored.FileId });
    }
}
