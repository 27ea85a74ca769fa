using Workshop.Errors;

await using var app = ErrorsApp.Create(args);
await app.RunAsync();
