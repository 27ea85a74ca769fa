using System.Diagnostics;
using Grpc.Net.Client;
using Workshop.Upload;

namespace Workshop.Bench.Upload;

/// <summary>Scenario <c>upload</c>: the solution of lab 02 beside a plain HTTP PUT that writes the same bytes to the same
/// disk. The servers take turns, each in a process of its own; the clients run in this one.</summary>
internal static class UploadBench
{
    private const long MiB = 1 << 20;
    private const int DefaultChunkBytes = 64 * 1024;

    private static readonly int[] ChunkSizes = [4 << 10, 16 << 10, 32 << 10, 64 << 10, 128 << 10, 256 << 10, 1 << 20];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("upload-bench-").FullName;
        try
        {
            var results = new List<UploadResult>();
            long[] sizes = quick ? [MiB, 16 * MiB] : [MiB, 64 * MiB, 1024 * MiB];
            foreach (var atOnce in new[] { 1, 8 })
            {
                foreach (var size in sizes)
                {
                    results.AddRange(await CompareAsync(folder, size, atOnce, Rounds(size, atOnce, quick)));
                }
            }

            results.Add(await KeptAsync(folder, MiB, Rounds(MiB, 1, quick)));
            foreach (var chunkBytes in ChunkSizes)
            {
                results.Add(await ChunkAsync(folder, quick ? 16 * MiB : 1024 * MiB, chunkBytes));
            }

            if (!quick)
            {
                await UploadReport.WriteAsync(results);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Small files take too little time for an exact measurement: many rounds.
    private static int Rounds(long size, int atOnce, bool quick) =>
        quick ? 1 : size <= MiB ? 40 : size <= 64 * MiB ? 6 : atOnce == 1 ? 6 : 2;

    private static async Task<IReadOnlyList<UploadResult>> CompareAsync(string folder, long size, int atOnce, int rounds)
    {
        var (file, store) = (MakeFile(folder, size), Path.Combine(folder, "store"));
        (string What, Func<Uri, Task> Send)[] kinds =
        [
            (UploadServers.Grpc, server => UploadClients.SendAsync(server, file)),
            (UploadServers.PutSha256, server => UploadClients.PutAsync(server, file, hashes: true)),
            (UploadServers.Put, server => UploadClients.PutAsync(server, file, hashes: false)),
        ];
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var (what, _) in kinds)
            {
                Directory.CreateDirectory(Path.Combine(store, what));
                servers.Add(await ServerProcess.StartAsync([what, Path.Combine(store, what)], UploadServers.Settings));
            }

            var measured = await Turns.TakeAsync(kinds.Length, rounds, async kind =>
            {
                var one = await MeasureAsync(servers[kind], kinds[kind].Send, size, atOnce);
                Clean(Path.Combine(store, kinds[kind].What));
                return one;
            });

            return
            [
                .. kinds.Select((kind, index) => Show(Median(
                    kind.What, size, kind.What == UploadServers.Grpc ? DefaultChunkBytes : null, atOnce, measured[index]))),
            ];
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }

            Directory.Delete(store, recursive: true);
        }
    }

    private static async Task<UploadResult> KeptAsync(string folder, long size, int rounds)
    {
        var (file, store) = (MakeFile(folder, size), Path.Combine(folder, "store"));
        await using var server = await ServerProcess.StartAsync([UploadServers.Grpc, store], UploadServers.Settings);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var measured = await Turns.TakeAsync(1, rounds, async _ =>
        {
            var one = await MeasureAsync(server, _ => UploadClients.SendAsync(channel, file), size, atOnce: 1);
            Clean(store);
            return one;
        });
        return Show(Median(UploadServers.GrpcKept, size, DefaultChunkBytes, 1, measured[0]));
    }

    private static async Task<UploadResult> ChunkAsync(string folder, long size, int chunkBytes)
    {
        var (file, store) = (MakeFile(folder, size), Path.Combine(folder, "store"));
        await using var server = await ServerProcess.StartAsync(
            [UploadServers.Grpc, store, $"--Upload:{nameof(UploadOptions.MaxChunkBytes)}", $"{chunkBytes}"], UploadServers.Settings);
        var measured = await Turns.TakeAsync(1, rounds: 1, async _ =>
        {
            var one = await MeasureAsync(server, address => UploadClients.SendAsync(address, file, chunkBytes), size, atOnce: 1);
            Clean(store);
            return one;
        });
        return Show(Median(UploadServers.GrpcChunks, size, chunkBytes, 1, measured[0]));
    }

    private static async Task<(double Throughput, ServerLoad Load)> MeasureAsync(
        ServerProcess server, Func<Uri, Task> send, long size, int atOnce)
    {
        var watch = new Stopwatch();
        var load = await server.MeasureAsync(async () =>
        {
            watch.Start();
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => send(server.Address))));
            watch.Stop();
        });
        return (atOnce * size / watch.Elapsed.TotalSeconds, load);
    }

    private static UploadResult Median(
        string what, long size, int? chunkBytes, int atOnce, IReadOnlyList<(double Throughput, ServerLoad Load)> measured) => new(
            what,
            size,
            chunkBytes,
            atOnce,
            Turns.Median(measured.Select(one => one.Throughput)),
            ServerLoad.Median([.. measured.Select(one => one.Load)]));

    private static UploadResult Show(UploadResult result)
    {
        Console.WriteLine(UploadReport.Line(result));
        return result;
    }

    private static string MakeFile(string folder, long bytes)
    {
        var path = Path.Combine(folder, $"{bytes}.bin");
        if (File.Exists(path))
        {
            return path;
        }

        var buffer = new byte[MiB];
        using var file = File.Create(path);
        for (var left = bytes; left > 0; left -= buffer.Length)
        {
            Random.Shared.NextBytes(buffer);
            file.Write(buffer);
        }

        return path;
    }

    // Stored files are deleted at once: 8 GiB would push the source file out of the disk cache.
    private static void Clean(string store)
    {
        // The lock stays: the server holds it.
        foreach (var file in Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock").ToArray())
        {
            File.Delete(file);
        }
    }
}
