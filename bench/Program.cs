using Workshop.Bench;
using Workshop.Bench.Upload;

const string Usage = """
    dotnet run -c Release --project bench -- upload [--quick]

      upload    the solution of lab 02 beside a plain HTTP PUT; writes docs/benchmarks.md and docs/benchmarks-upload.svg
      --quick   a few seconds, to see that it runs; writes nothing
    """;

switch (args)
{
    case ["upload"]:
        return await UploadBench.RunAsync(quick: false);
    case ["upload", "--quick"]:
        return await UploadBench.RunAsync(quick: true);
    case [ServerProcess.Command, var kind, .. var rest]:
        await UploadServers.ServeAsync(kind, rest);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
