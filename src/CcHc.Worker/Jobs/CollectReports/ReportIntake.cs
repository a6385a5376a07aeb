using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Calendars;
using CcHc.Core.Submissions;
using CcHc.Worker.Engine;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>What one look into the folder brought.</summary>
/// <param name="NotYetReadable">Locked, still being copied, or just cut short: looked at again in the next round.</param>
public sealed record TakenReports(int Files, IReadOnlyList<ReceivedReport> New, int NotYetReadable);

/// <summary>Reads every file whose content was not seen under its name before, and keeps it with its bytes, whatever is wrong with it.</summary>
public sealed class ReportIntake(SharedFolder folder, JobsFile office, ReportPeriods periods, Submissions submissions, OfficeClock clock)
{
    /// <summary>A file no program can read may still be on its way here; only when nobody touched it for so long it is refused.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public async Task<TakenReports> TakeAsync(OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var expected = await ExpectedAsync(reading, run.Today, cancellationToken);
        var known = await submissions.KnownAsync(cancellationToken);
        var taken = new List<ReceivedReport>();
        var (files, done, notYet) = (ReportFolder.List(folder), 0, 0);
        foreach (var path in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Progress.Report((++done, files.Count));
            var name = folder.NameOf(path);
            var snapshot = WorkbookSnapshot.Take(path);
            if (snapshot.Snapshot is { } bytes)
            {
                if (known.Contains((name, bytes.Hash)))
                {
                    continue;
                }

                if (!IsAheadOfItsPeriod(name, expected) && Read(bytes, name, expected) is { } report)
                {
                    taken.Add(report);
                    if (!run.DryRun)
                    {
                        await submissions.PutAsync(report, bytes.Bytes, cancellationToken);
                    }

                    continue;
                }
            }

            notYet++;
        }

        return new TakenReports(files.Count, taken, notYet);
    }

    private async Task<ReportExpectations> ExpectedAsync(OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var issued = (await periods.ListAsync(cancellationToken)).Select(stored => office.Regime.Period(stored.Period)).OfType<ReportPeriod>();
        return new ReportExpectations([.. issued], [.. (await periods.FormsAsync(cancellationToken)).Select(stored => stored.Form)], reading.Directory, reading.Indicators, today);
    }

    /// <returns>Null when it should be looked at again.</returns>
    private ReceivedReport? Read(WorkbookSnapshot snapshot, string name, ReportExpectations expected)
    {
        var now = clock.Now;
        var judged = ReportReader.Read(snapshot, name, expected);
        if (MayStillBeComing(judged) && now.UtcDateTime - snapshot.ChangedAtUtc < Settling)
        {
            return null;
        }

        return new ReceivedReport
        {
            Reading = judged,
            SavedAt = SavedTime.Of(snapshot, now),
            ReceivedAt = now,
            State = judged.IsRefused ? SubmissionState.Refused : SubmissionState.Replaced,
            Reason = judged.IsRefused ? "Tệp có lỗi nên chưa được dùng." : "Mới nhận, chờ xếp thứ tự bản.",
            ChangedBy = "hệ thống",
            Receipt = judged.AgencyCode is null ? ReceiptState.None : ReceiptState.Due,
        };
    }

    /// <summary>It lies in the folder of a period whose forms are not out yet: it waits for them.</summary>
    private bool IsAheadOfItsPeriod(string name, ReportExpectations expected) =>
        FolderOf(name) is { } step && office.Regime.Period(step) is { } period && !expected.Periods.Any(issued => issued.Code == period.Code);

    private static bool MayStillBeComing(SubmissionReading judged) => judged.IsRefused && judged.Findings.Any(finding => finding.Code is "workbook-damaged" or "file-empty");

    /// <summary>bao-cao/THIS/…</summary>
    private static string? FolderOf(string name) => name.Split('/') is [_, var step, _, ..] ? step : null;
}
