using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>Finds the one letter of a day to come that an address names (thư xem trước).</summary>
public sealed class LetterPreview(Previewer previewer, OfficeSnapshotCache office, JobsFile settings)
{
    private static readonly HashSet<string> Names = ["ngay", "co-quan", "don-doc", "truoc", "sau", "lanh-dao", "thuong-truc", "truoc-ngay", "nghi", "lam"];

    /// <summary>What of an address names a letter; anything else is not handed on.</summary>
    public static Dictionary<string, string> Address(IQueryCollection asked) =>
        QueryParameters.Address([.. asked.Keys.Where(Names.Contains).Select(name => (name, asked.Word(name)))]);

    /// <returns>Null when there is no such letter on that day, or the day is not one to be previewed.</returns>
    public async Task<ReminderLetter?> FindAsync(IQueryCollection asked, CancellationToken cancellationToken)
    {
        var today = (await office.NowAsync(cancellationToken)).Today;
        if (asked.Day("ngay") is not { } day || day < today || day > today.AddDays(Previewer.MostDaysAhead))
        {
            return null;
        }

        var shown = await previewer.DayAsync(day, TrialRules.Read(asked, settings.Reminders), cancellationToken);
        return shown.Find(asked.Word("co-quan"), asked.Word("don-doc") == "1");
    }
}
