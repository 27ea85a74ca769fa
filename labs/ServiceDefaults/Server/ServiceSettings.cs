using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Workshop.ServiceDefaults;

/// <summary>The settings of a service: one section of the configuration, read into one class.</summary>
public static class ServiceSettings
{
    /// <summary>Reads a section and checks it by the data annotations of its class when the server starts. A key that the
    /// class does not have is an error, too: it is a typing error that would change nothing, without a word.</summary>
    /// <remarks>A start with wrong settings throws <see cref="OptionsValidationException"/>, one with a text that is no value of
    /// its property <see cref="InvalidOperationException"/>. <see cref="ServiceProcess"/> makes sentences of both.</remarks>
    /// <typeparam name="TSettings">The class. Services take it by their constructor.</typeparam>
    /// <param name="builder">The server that is being built.</param>
    /// <param name="section">The name of the section, such as <c>Upload</c>.</param>
    public static void AddSettings<TSettings>(this IHostApplicationBuilder builder, string section)
        where TSettings : class
    {
        builder.Services.AddOptions<TSettings>()
            .Bind(builder.Configuration.GetSection(section))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TSettings>>(new AnnotatedSettings<TSettings>(Options.DefaultName));
        builder.Services.AddSingleton<IValidateOptions<TSettings>>(
            new KnownKeys<TSettings>(builder.Configuration.GetSection(section)));
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<TSettings>>().Value);
    }
}
