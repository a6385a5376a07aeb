using CcHc.Adapters.Documents.Letters;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Agencies;

/// <summary>
/// The official letter to one agency about what it has overdue (công văn đôn đốc), as `cchc report letters` writes it: a file to number and sign, nothing is
/// sent.
/// </summary>
[SeenBy(UserRole.Operator)]
public sealed class OfficialLetterModel(OfficeSnapshotCache office, JobsFile settings, SentLedger sent) : PageModel
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var now = await office.NowAsync(cancellationToken);
        if (now.Directory.ByCode(code) is not { } agency)
        {
            return NotFound();
        }

        var page = MondayPage.Of([.. now.Tasks.OfAgency(agency.Code).Select(row => row.Assessed)],
            await sent.ReachedAsync(cancellationToken), now.Today);
        var standingBody = RemindingRules.StandingBodyOf(now.Directory.ByCode(settings.StandingBodyCode), settings.StandingBodyCode);
        var letters = OfficialLetters.Of(page, settings.ProvinceName, standingBody, settings.Contact, now.Calendar, isWithUnconfirmed: false);
        if (letters.Letters.Count == 0)
        {
            this.TellTrouble("Chưa lập công văn: cơ quan không có việc quá hạn nào đã chắc chắn.");
            return RedirectToPage("/Agencies/Agency", new { code });
        }

        return File(ChaseLetterWriter.ToBytes(letters.Letters[0]), Document, SafeFileName.Of($"{agency.Code} - {agency.Name}") + ".docx");
    }
}
