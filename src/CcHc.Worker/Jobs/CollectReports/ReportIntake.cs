using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.PeriodReports.Submissions.Plausibility;
using CcHc.Core.Regimes;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>What one look into the folder brought.</summary>
/// <param name="NotYetReadable">Locked, still being copied, or just cut short: looked at again in the next round.</param>
/// <param name="AheadOfTheirPeriod">Wait for the forms of the period they lie in.</param>
/// <param name="Papers">New papers beside the forms.</param>
public sealed record TakenReports(int Files, IReadOnlyList<SubmittedFile> New, int NotYetReadable, int AheadOfTheirPeriod, int Papers = 0);

/// <summary>Reads every file whose content was not seen under its name before, and keeps it with its bytes, whatever is wrong with it.</summary>
public sealed class ReportIntake(SharedFolder folder, JobsFile office, ReportPeriods periods, SubmittedFiles submissions, ReportPapers papers,
    OfficeClock clock)
{
    public async Task<TakenReports> TakeAsync(OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var expected = await ExpectedAsync(reading, run.Today, cancellationToken);
        var known = await submissions.KnownAsync(cancellationToken);
        var taken = new List<SubmittedFile>();
        var (files, done, notYet, ahead, newPapers) = (ReportFolder.List(folder), 0, 0, 0, 0);
        var knownPapers = await papers.KnownAsync(cancellationToken);
        if (reading.Directory.Agencies.Count == 0)
        {
            // Without the directory every file would be a stranger's, and stay one.
            return new TakenReports(files.Count, [], files.Count, 0);
        }

        foreach (var path in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Progress.Report((++done, files.Count));
            var name = folder.NameOf(path);
            if (IsAheadOfItsPeriod(name, expected))
            {
                ahead++;
            }
            else if (SubmittedFileCopy.Take(path) is not { } copy)
            {
                notYet++;
            }
            else if (!known.Contains((name, copy.Hash)) && !knownPapers.Contains((name, copy.Hash)))
            {
                if (PaperFormat.IsPaper(copy.Bytes.Span) && ReportPaper.PlaceOf(name, expected) is { } place)
                {
                    if (PaperFormat.IsCutShort(copy.Bytes.Span) && copy.WasJustTouched(clock.Now))
                    {
                        notYet++;
                        continue;
                    }

                    newPapers++;
                    await KeepAsync(new ReportPaper(name, copy.Hash, place.PeriodCode, place.Agency.Code, copy.ChangedAt, clock.Now, ReceiptState.Due), copy,
                        run, cancellationToken);
                }
                else if (await ReadAsync(copy, name, expected, cancellationToken) is { } report)
                {
                    taken.Add(report);
                    await KeepAsync(report, copy, run, cancellationToken);
                }
                else
                {
                    notYet++;
                }
            }
        }

        return new TakenReports(files.Count, taken, notYet, ahead, newPapers);
    }

    /// <summary>Judges a form that came by mail as a dropped one; nothing is kept yet.</summary>
    /// <param name="name">Begins with a folder of the sender's code.</param>
    public async Task<SubmittedFile> ReadMailedAsync(WorkbookSnapshot snapshot, string name, ReportExpectations expected, ReceiptState receipt,
        CancellationToken cancellationToken)
    {
        var copy = SubmittedFileCopy.Of(snapshot);
        return Filed(copy, await AskedAsync(copy.Judge(name, expected), expected, cancellationToken), expected) with { Receipt = receipt };
    }

    private Task KeepAsync(SubmittedFile report, SubmittedFileCopy copy, JobContext run, CancellationToken cancellationToken) =>
        run.DryRun ? Task.CompletedTask : submissions.PutAsync(report, copy.Bytes, cancellationToken);

    private Task KeepAsync(ReportPaper paper, SubmittedFileCopy copy, JobContext run, CancellationToken cancellationToken) =>
        run.DryRun ? Task.CompletedTask : papers.PutAsync(paper, copy.Bytes, cancellationToken);

    /// <summary>What a form is read against: the periods and forms that went out.</summary>
    public async Task<ReportExpectations> ExpectedAsync(OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var issued = (await periods.ListAsync(cancellationToken)).Select(stored => office.Regime.Period(stored.Period)).OfType<ReportPeriod>();
        return new ReportExpectations([.. issued], [.. (await periods.FormsAsync(cancellationToken)).Select(stored => stored.Form)], reading.Directory,
            reading.Indicators, today);
    }

    /// <returns>Null when it should be looked at again.</returns>
    private async Task<SubmittedFile?> ReadAsync(SubmittedFileCopy copy, string name, ReportExpectations expected, CancellationToken cancellationToken)
    {
        var judged = copy.Judge(name, expected);
        return judged.IsRefused && copy.MayStillBeComing(judged.Findings, clock.Now)
            ? null : Filed(copy, await AskedAsync(judged, expected, cancellationToken), expected);
    }

    /// <summary>With what is asked about its figures beside the agency's earlier ones.</summary>
    private async Task<SubmissionReading> AskedAsync(SubmissionReading judged, ReportExpectations expected, CancellationToken cancellationToken)
    {
        if (judged.Submission is not { } submission || office.Regime.Period(submission.PeriodCode) is not { } period)
        {
            return judged;
        }

        var earlier = (await submissions.AcceptedOfAsync(submission.AgencyCode, cancellationToken))
            .Select(report => (Period: office.Regime.Period(report.PeriodCode), Content: report.Reading.Submission))
            .Where(report => report.Content is not null && report.Period?.LastDay < period.LastDay)
            .Select(report => (report.Period!, report.Content!)).ToList();
        return judged with { Findings = [.. judged.Findings, .. FigureQuestions.Of(submission, period, earlier, expected.Indicators)] };
    }

    private SubmittedFile Filed(SubmittedFileCopy copy, SubmissionReading judged, ReportExpectations expected)
    {
        var now = clock.Now;
        return new SubmittedFile
        {
            Reading = judged,
            SavedAt = copy.SavedAt(IssuedOn(judged, expected), now),
            ReceivedAt = now,
            State = judged.IsRefused ? SubmissionState.Refused : SubmissionState.Replaced,
            Reason = judged.IsRefused ? WhyRefused(judged) : "Mới nhận, chờ xếp thứ tự bản.",
            ChangedBy = "hệ thống",
            Receipt = judged.AgencyCode is null ? ReceiptState.None : ReceiptState.Due,
        };
    }

    private static string WhyRefused(SubmissionReading judged)
    {
        var errors = judged.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        return errors.Count == 0 ? "Tệp có lỗi nên chưa được dùng."
            : errors.Count == 1 ? errors[0].Message
            : string.Create(CultureInfo.InvariantCulture, $"{errors[0].Message} (và {errors.Count - 1} lỗi khác)");
    }

    private static DateOnly IssuedOn(SubmissionReading judged, ReportExpectations expected) =>
        expected.Forms.FirstOrDefault(form => form.PeriodCode == judged.PeriodCode && form.AgencyCode == judged.AgencyCode)?.IssuedOn ?? DateOnly.MinValue;

    /// <summary>It lies in the folder of a period whose forms are not out yet: it waits for them.</summary>
    private bool IsAheadOfItsPeriod(string name, ReportExpectations expected) =>
        name.Split('/')[1..^1].Select(office.Regime.Period).OfType<ReportPeriod>().LastOrDefault() is { } period
            && !expected.Periods.Any(issued => issued.Code == period.Code);
}
