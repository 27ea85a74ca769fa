using Workshop.Catalog.V1;
using Workshop.Harness;
using Workshop.Transcoding;

namespace Workshop.Checks;

internal static class CatalogStart
{
    /// <summary>Starts the lab's server with its two ports.</summary>
    /// <param name="check">The check.</param>
    /// <param name="anySize">Whether a size may be a number or a text: a later task decides which.</param>
    public static async Task<CatalogService.CatalogServiceClient> StartAsync(LabCheck check, bool anySize = true)
    {
        foreach (var size in anySize ? (string[])["0", "10", "1200", "2500000", "9007199254740993"] : [])
        {
            check.ShowAs($"\"size\":\"{size}\"", $"\"size\":{size}");
        }

        return new CatalogService.CatalogServiceClient(await check.StartAsync(CatalogApp.Create, "--Rest:Url", "http://127.0.0.1:0"));
    }
}
