using Workshop.Runner.Labs;

namespace Workshop.Runner.Diagnosis;

/// <summary>Whether files can be made where the workshop writes.</summary>
internal static class WriteAccessDiagnosis
{
    private const string Subject = "Write access";

    public static Finding Examine(WorkshopFolder workshop)
    {
        foreach (var folder in new[] { workshop.PathOf("artifacts"), workshop.PathOf("labs") })
        {
            try
            {
                Directory.CreateDirectory(folder);
                using var file = File.Create(
                    Path.Combine(folder, $".{Guid.NewGuid():N}"), bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Finding.Problem(
                    Subject,
                    $"{workshop.Show(folder)} cannot be written: {exception.Message}",
                    "Copy the workshop to a folder of your own, or take back the rights to this one.");
            }
        }

        return Finding.Ok(Subject, "labs/ and artifacts/ can be written");
    }
}
