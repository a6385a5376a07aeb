using System.Text.Json;
using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Runner;

/// <summary>The process in which files are tried (tiến trình thử): told by its parent which, it says before each that it begins and after each what became of it.</summary>
internal static class Child
{
    public const string Begins = "> ";

    public static async Task RunAsync(string template, IEnumerable<(HostileFile File, Thoroughness Thoroughness)> files, TextWriter told)
    {
        await using var office = await TrialOffice.OpenAsync(template);
        var trial = new Trial(office);
        foreach (var (file, thoroughness) in files)
        {
            await told.WriteLineAsync(Begins + file.Name);
            await told.FlushAsync();
            await told.WriteLineAsync(JsonSerializer.Serialize(await trial.RunAsync(file, thoroughness)));
            await told.FlushAsync();
        }
    }
}
