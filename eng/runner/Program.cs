using Workshop.Runner.Commands;

return await WorkshopCommand.RunAsync(args);
