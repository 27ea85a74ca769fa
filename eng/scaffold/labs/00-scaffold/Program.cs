using Workshop.Scaffold;

await using var app = ScaffoldApp.Create(args);
await app.RunAsync();
