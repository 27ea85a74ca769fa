using Workshop.Runner.Commands;

return await FrontDesk.RunAsync(args);
