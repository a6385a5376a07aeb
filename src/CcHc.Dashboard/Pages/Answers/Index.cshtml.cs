using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Answers;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Answers;

/// <summary>What agencies answered (trả lời), from whom, what became of it, and what waits for a person.</summary>
public sealed class AnswersModel(AnswerStore answers, IncomingMailStore mail, OutboxBounces bounces, OfficeSnapshotCache office, RunQueue queue,
    JobsFile settings, TimeProvider clock) : PageModel
{
    private const int RecentShown = 60;

    public IReadOnlyList<GivenAnswer> Waiting { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<GivenAnswer> Recent { get; private set; } = [];

    public IReadOnlyList<IncomingEntry> WaitingMail { get; private set; } = [];

    public IReadOnlyList<IncomingEntry> RecentMail { get; private set; } = [];

    public IReadOnlyList<AnswerFile> Files { get; private set; } = [];

    public IReadOnlyList<BouncedLetter> Bounced { get; private set; } = [];

    public IReadOnlyDictionary<string, string> AgencyNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>How often an agency asked for more time for a task before.</summary>
    public int AskedBefore(GivenAnswer answer) => _extensions[(answer.AgencyCode, answer.Statement.RowKey)].Count(id => id < answer.Id);

    private ILookup<(string AgencyCode, string RowKey), long> _extensions = Array.Empty<GivenAnswer>().ToLookup(answer => ("", ""), answer => answer.Id);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await answers.ListAsync(cancellationToken);
        _extensions = all.Where(answer => answer.Statement.Kind == AnswerKind.Extension)
            .ToLookup(answer => (answer.AgencyCode, answer.Statement.RowKey), answer => answer.Id);
        Waiting = [.. all.Where(answer => answer.State == AnswerState.Waiting)];
        Recent = [.. all.Where(answer => answer.State != AnswerState.Waiting).Reverse().Take(RecentShown)];
        WaitingMail = await mail.ListAsync(waitingOnly: true, limit: RecentShown, cancellationToken: cancellationToken);
        RecentMail = await mail.ListAsync(waitingOnly: false, limit: RecentShown, cancellationToken: cancellationToken);
        Files = await answers.FilesAsync(RecentShown, cancellationToken);
        Bounced = await bounces.ListAsync(clock.GetUtcNow() - OutboxBounces.LongestPast, cancellationToken);
        AgencyNames = (await office.NowAsync(cancellationToken)).Board.Agencies.DistinctBy(agency => agency.Code)
            .ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal);
    }

    public string NameOf(string agencyCode) => AgencyNames.GetValueOrDefault(agencyCode, agencyCode);

    /// <param name="until">Of an extension: the day granted; empty for the day asked for.</param>
    public async Task<IActionResult> OnPostAcceptAsync(long id, DateOnly? until, CancellationToken cancellationToken)
    {
        await DecideAsync(id, new AnswerVerdict(true, User.SignatureOf(), "", until), "Đã chấp nhận; cơ quan được biết trong thư tới.", cancellationToken);
        return RedirectToPage("/Answers/Index");
    }

    public async Task<IActionResult> OnPostRefuseAsync(long id, string? reason, CancellationToken cancellationToken)
    {
        if (this.HasReason(reason, out var why))
        {
            await DecideAsync(id, new AnswerVerdict(false, User.SignatureOf(), why), "Đã từ chối; cơ quan đọc lý do trong thư tới.", cancellationToken);
        }

        return RedirectToPage("/Answers/Index");
    }

    public async Task<IActionResult> OnPostSeenAsync(long id, CancellationToken cancellationToken)
    {
        if (await mail.SeenAsync(id, User.SignatureOf(), cancellationToken))
        {
            this.SetStatusMessage("Đã ghi là đã xem.");
        }

        return RedirectToPage("/Answers/Index");
    }

    private async Task DecideAsync(long id, AnswerVerdict verdict, string told, CancellationToken cancellationToken)
    {
        if (!await answers.DecideAsync(id, verdict, cancellationToken))
        {
            this.TellTrouble("Chưa làm: trả lời này đã được xử lý, hoặc cơ quan đã trả lời khác đi.");
            return;
        }

        this.SetStatusMessage(told);
        // The worker reads anew, so that all pages and the list of what to type show it within minutes.
        if (settings.Jobs.FirstOrDefault(job => job is { Duty: JobDuty.CollectReports, IsEnabled: true }) is { } collect)
        {
            await queue.AskAsync(collect.Name, User.NameOf(), cancellationToken: cancellationToken);
        }

        if (settings.Jobs.FirstOrDefault(job => job is { Duty: JobDuty.ReadRegisters, IsEnabled: true }) is { } read)
        {
            await queue.AskAsync(read.Name, User.NameOf(), cancellationToken: cancellationToken);
        }
    }
}
