using System.Diagnostics;
using System.Text.Json;
using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Runner;

/// <summary>
/// The process in which files are tried (tiến trình thử): told by its parent which, it says before each that it begins and after each what became of it.
/// </summary>
internal static class Child
{
    public const string Begins = "> ";

    public static async Task RunAsync(string template, IEnumerable<(HostileFile File, Thoroughness Thoroughness)> files, TextWriter told)
    {
        await using var office = await TrialOffice.OpenAsync(template);
        var trial = new Trial(office, Environment.GetEnvironmentVariable(LibreOffice.Folder));
        foreach (var (file, thoroughness) in files)
        {
            await told.WriteLineAsync(Begins + file.Name);
            await told.FlushAsync();
            await told.WriteLineAsync(JsonSerializer.Serialize(await trial.RunAsync(file.IsSlow ? MadeElsewhere(file) : file, thoroughness)));
            await told.FlushAsync();
        }
    }

    /// <summary>Making a large file takes more memory than reading it may, and would be counted with it.</summary>
    private static HostileFile MadeElsewhere(HostileFile file) => file with
    {
        Make = () =>
        {
            var path = Path.GetTempFileName();
            try
            {
                using var maker = Process.Start(Environment.ProcessPath!, [typeof(Child).Assembly.Location, "make", file.Name, path]);
                maker.WaitForExit();
                return File.ReadAllBytes(path);
            }
            finally
            {
                File.Delete(path);
            }
        },
    };
}
