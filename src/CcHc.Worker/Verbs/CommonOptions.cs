using System.CommandLine;
using System.Globalization;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Worker.Verbs;

/// <summary>Options several verbs share, so that they mean the same everywhere.</summary>
public static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object a line and nothing else." };

    public static Option<string> Jobs() => new("--jobs")
    {
        Description = $"The office's jobs.yml; default: the one in this folder, else {SystemPlaces.JobsFile}.",
        DefaultValueFactory =
            _ => File.Exists(SystemPlaces.JobsFileName) || !File.Exists(SystemPlaces.JobsFile) ? SystemPlaces.JobsFileName : SystemPlaces.JobsFile,
    };

    public static Option<DateOnly?> AsOf(string description) => Day("--as-of", description);

    /// <summary>A day written yyyy-MM-dd or dd/MM/yyyy; anything else is refused.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var given = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(given, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name}: \"{given}\" is not a day. Write it as 2026-06-30 or 30/06/2026.");
            return null;
        },
    };
}
