using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
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
public sealed record TakenReports(int Files, int New, int Refused, int NotYetReadable, int AheadOfTheirPeriod, int Papers = 0);

/// <summary>Reads every file whose content was not seen under its name before, and keeps it with its bytes, whatever is wrong with it.</summary>
public sealed class ReportIntake(SharedFolder folder, JobsFile office, ReportPeriods periods, SubmittedFiles submissions, ReportPapers papers,
    OfficeClock clock)
{
    public async Task<TakenReports> TakeAsync(OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var expected = await ExpectedAsync(reading, run.Today, cancellationToken);
        var known = await submissions.KnownAsync(cancellationToken);
        var issuedOn = IssuedOn(expected);
        var (files, done, taken, refused, notYet, ahead, newPapers) = (ReportFolder.List(folder), 0, 0, 0, 0, 0, 0);
        var knownPapers = await papers.KnownAsync(cancellationToken);
        if (reading.Directory.Agencies.Count == 0)
        {
            // Without the directory every file would be a stranger's, and stay one.
            return new TakenReports(files.Count, New: 0, Refused: 0, files.Count, 0);
        }

        await using var keeping = new WriteBehind(cancellationToken);
        foreach (var batch in FileBatches.Of(files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var looked = new LookedAt[batch.Count];
            Parallel.For(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                i => looked[i] = LookAt(batch[i], expected, known, knownPapers));
            run.Progress.Report((done += batch.Count, files.Count));
            (ahead, notYet) = (ahead + looked.Count(one => one.Is == Look.Ahead), notYet + looked.Count(one => one.Is == Look.NotYet));
            foreach (var paper in looked.Where(one => one.Is == Look.Paper))
            {
                newPapers++;
                await KeepAsync(new ReportPaper(paper.Name, paper.Copy!.Hash, paper.Place!.Value.PeriodCode, paper.Place.Value.Agency.Code,
                    paper.Copy.ChangedAt, clock.Now, ReceiptState.Due), paper.Copy, run, cancellationToken);
            }

            var forms = looked.Where(one => one.Is == Look.Form).ToList();
            var asked = await AskedAsync([.. forms.Select(one => one.Judged!)], expected, cancellationToken);
            var reports = forms.Zip(asked, (one, judged) => (Filed(one.Copy!, judged, issuedOn), one.Copy!.Bytes)).ToList();
            (taken, refused) = (taken + reports.Count, refused + reports.Count(one => one.Item1.State == SubmissionState.Refused));
            if (!run.DryRun && reports.Count > 0)
            {
                await keeping.StartAsync(() => submissions.PutAsync(reports, cancellationToken));
            }
        }

        await keeping.WaitAsync();
        return new TakenReports(files.Count, taken, refused, notYet, ahead, newPapers);
    }

    private LookedAt LookAt(string path, ReportExpectations expected, IReadOnlySet<(string File, string Hash)> known,
        IReadOnlySet<(string File, string Hash)> knownPapers)
    {
        var name = folder.NameOf(path);
        if (IsAheadOfItsPeriod(name, expected))
        {
            return new(name, Look.Ahead);
        }

        if (SubmittedFileCopy.Take(path) is not { } copy)
        {
            return new(name, Look.NotYet);
        }

        if (known.Contains((name, copy.Hash)) || knownPapers.Contains((name, copy.Hash)))
        {
            return new(name, Look.Known);
        }

        if (PaperFormat.IsPaper(copy.Bytes.Span) && ReportPaper.PlaceOf(name, expected) is { } place)
        {
            return PaperFormat.IsCutShort(copy.Bytes.Span) && copy.WasJustTouched(clock.Now)
                ? new(name, Look.NotYet) : new(name, Look.Paper) { Copy = copy, Place = place };
        }

        var judged = copy.Judge(name, expected);
        return judged.IsRefused && copy.MayStillBeComing(judged.Findings, clock.Now)
            ? new(name, Look.NotYet) : new(name, Look.Form) { Copy = copy, Judged = judged };
    }

    /// <summary>Judges a form that came by mail as a dropped one; nothing is kept yet.</summary>
    /// <param name="name">Begins with a folder of the sender's code.</param>
    public async Task<SubmittedFile> ReadMailedAsync(WorkbookSnapshot snapshot, string name, ReportExpectations expected, ReceiptState receipt,
        CancellationToken cancellationToken)
    {
        var copy = SubmittedFileCopy.Of(snapshot);
        return Filed(copy, (await AskedAsync([copy.Judge(name, expected)], expected, cancellationToken))[0], IssuedOn(expected)) with { Receipt = receipt };
    }

    private Task KeepAsync(ReportPaper paper, SubmittedFileCopy copy, JobContext run, CancellationToken cancellationToken) =>
        run.DryRun ? Task.CompletedTask : papers.PutAsync(paper, copy.Bytes, cancellationToken);

    /// <summary>What a form is read against: the periods and forms that went out.</summary>
    public async Task<ReportExpectations> ExpectedAsync(OfficeReading reading, DateOnly today, CancellationToken cancellationToken)
    {
        var issued = (await periods.ListAsync(cancellationToken)).Select(stored => office.Regime.Period(stored.Period)).OfType<ReportPeriod>();
        return new ReportExpectations([.. issued], [.. (await periods.FormsAsync(cancellationToken)).Select(stored => stored.Form)], reading.Directory,
            reading.Indicators, today);
    }

    /// <summary>With what is asked about its figures beside the agency's earlier ones.</summary>
    private async Task<IReadOnlyList<SubmissionReading>> AskedAsync(IReadOnlyList<SubmissionReading> judged, ReportExpectations expected,
        CancellationToken cancellationToken)
    {
        var agencies = judged.Select(one => one.Submission?.AgencyCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var accepted = (await submissions.AcceptedOfAsync(agencies, cancellationToken)).ToLookup(report => report.AgencyCode, StringComparer.Ordinal);
        return [.. judged.Select(one => Asked(one, one.Submission is { } submission ? accepted[submission.AgencyCode] : [], expected))];
    }

    private SubmissionReading Asked(SubmissionReading judged, IEnumerable<SubmittedFile> accepted, ReportExpectations expected)
    {
        if (judged.Submission is not { } submission || office.Regime.Period(submission.PeriodCode) is not { } period)
        {
            return judged;
        }

        var earlier = accepted
            .Select(report => (Period: office.Regime.Period(report.PeriodCode), Content: report.Reading.Submission))
            .Where(report => report.Content is not null && report.Period?.LastDay < period.LastDay)
            .Select(report => (report.Period!, report.Content!)).ToList();
        return judged with { Findings = [.. judged.Findings, .. FigureQuestions.Of(submission, period, earlier, expected.Indicators)] };
    }

    private SubmittedFile Filed(SubmittedFileCopy copy, SubmissionReading judged, IReadOnlyDictionary<(string? Period, string? Agency), DateOnly> issuedOn)
    {
        var now = clock.Now;
        return new SubmittedFile
        {
            Reading = judged,
            SavedAt = copy.SavedAt(issuedOn.GetValueOrDefault((judged.PeriodCode, judged.AgencyCode)), now),
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

    private static Dictionary<(string? Period, string? Agency), DateOnly> IssuedOn(ReportExpectations expected) =>
        expected.Forms.DistinctBy(form => (form.PeriodCode, form.AgencyCode))
            .ToDictionary(form => ((string?)form.PeriodCode, (string?)form.AgencyCode), form => form.IssuedOn);

    /// <summary>It lies in the folder of a period whose forms are not out yet: it waits for them.</summary>
    private bool IsAheadOfItsPeriod(string name, ReportExpectations expected) =>
        name.Split('/')[1..^1].Select(office.Regime.Period).OfType<ReportPeriod>().LastOrDefault() is { } period
            && !expected.Periods.Any(issued => issued.Code == period.Code);

    private enum Look { Ahead, NotYet, Known, Paper, Form }

    /// <summary>A file of the folder, looked at.</summary>
    private sealed record LookedAt(string Name, Look Is)
    {
        public SubmittedFileCopy? Copy { get; init; }
        public (string PeriodCode, Agency Agency)? Place { get; init; }
        public SubmissionReading? Judged { get; init; }
    }
}
