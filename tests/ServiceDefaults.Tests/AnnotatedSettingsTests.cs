using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workshop.ServiceDefaults;

namespace Workshop.Tests;

public sealed class AnnotatedSettingsTests
{
    [Fact]
    public async Task Of_two_servers_that_start_at_the_same_time_one_checks_its_settings_after_the_other()
    {
        var servers = await Task.WhenAll(Task.Run(Read), Task.Run(Read));

        Assert.All(servers, settings => Assert.Equal("unchanged", settings.Name));
    }

    private static Named Read()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.AddSettings<Named>("Named");
        using var host = builder.Build();
        return host.Services.GetRequiredService<Named>();
    }

    private sealed class Named
    {
        [NeverTwiceAtOnce]
        public string Name { get; init; } = "unchanged";
    }

    /// <summary>Valid while nobody else asks.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class NeverTwiceAtOnceAttribute : ValidationAttribute
    {
        private static readonly Barrier Both = new(2);

        // A second one that is let in comes at once.
        public override bool IsValid(object? value) => !Both.SignalAndWait(TimeSpan.FromMilliseconds(500));
    }
}
