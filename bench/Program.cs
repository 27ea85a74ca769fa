using Workshop.Bench;
using Workshop.Bench.Chat;
using Workshop.Bench.Contrast;
using Workshop.Bench.Tail;
using Workshop.Bench.Upload;

const string Usage = """
    dotnet run -c Release --project bench -- upload|tail|contrast|chat [--quick]

      upload    the solution of lab 02 and a plain HTTP PUT
      tail      the solution of lab 03 and newline-delimited JSON
      contrast  the solution of lab 05 as gRPC, by its rules, and by hand
      chat      the solution of lab 07 and WebSockets with JSON
      --quick   a few seconds, to see that it runs

    Each writes its section of docs/benchmarks.md and its chart. With --quick, nothing is written.
    """;

switch (args)
{
    case ["upload"] or ["upload", "--quick"]:
        return await UploadBench.RunAsync(quick: args.Length > 1);
    case ["tail"] or ["tail", "--quick"]:
        return await TailBench.RunAsync(quick: args.Length > 1);
    case ["contrast"] or ["contrast", "--quick"]:
        return await ContrastBench.RunAsync(quick: args.Length > 1);
    case ["chat"] or ["chat", "--quick"]:
        return await ChatBench.RunAsync(quick: args.Length > 1);
    case [ServerProcess.Command, ContrastServers.Kind, var port]:
        await ContrastServers.ServeAsync(port);
        return 0;
    case [ServerProcess.Command, TailServers.Grpc or TailServers.GrpcBytesOnce or TailServers.Ndjson or TailServers.NdjsonTuned, .. var rest]:
        await TailServers.ServeAsync(args[1], rest);
        return 0;
    case [ServerProcess.Command, ChatServers.Grpc or ChatServers.WebSocket, .. var rest]:
        await ChatServers.ServeAsync(args[1], rest);
        return 0;
    case [ServerProcess.Command, var kind, .. var rest]:
        await UploadServers.ServeAsync(kind, rest);
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
