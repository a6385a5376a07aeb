using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.StatusReport;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Puts a period's consolidated report together (tổng hợp báo cáo kỳ); the same inputs in any order give the same report.</summary>
public static class PeriodReportAssembler
{
    public static PeriodReport Assemble(PeriodInputs inputs)
    {
        var obligations = Sorted(inputs.Obligations);
        var order = new ReportOrder([.. inputs.Directory, .. inputs.HandIns.Select(handIn => handIn.Agency)], obligations);
        IReadOnlyList<AgencySubmission> handIns = [.. inputs.HandIns.OrderBy(handIn => order.AgencyRank(handIn.Agency.Code))];
        var reported = ReportedTasks(handIns);
        var lines = LinesOf(obligations, reported);
        IReadOnlyList<DetailLine> details = [.. order.ByArea(obligations).Select(assessed => lines[assessed])];
        var indicators = inputs.Indicators.Where(indicator => indicator.IsAskedIn(inputs.Period))
            .DistinctBy(indicator => indicator.Code, StringComparer.Ordinal).ToList();
        var totals = new FigureTotals(handIns);
        IReadOnlyList<FigureSummary> figures = [.. indicators.Select(totals.Of)];
        var standings = StatusSummary.Of(obligations, order);
        var handInSummary = SubmissionSummary.Of(handIns);
        var owed = lines.Values.Select(line => (line.Key, AnsweredBy(line.Assessed.Obligation, line.Key, reported))).ToHashSet();

        var report = new PeriodReport
        {
            ProvinceName = inputs.ProvinceName,
            Period = inputs.Period,
            AsOf = inputs.AsOf,
            Due = inputs.Due,
            Version = inputs.Version,
            IsClosing = inputs.IsClosing,
            Tasks = obligations.Select(assessed => assessed.Obligation.Task.Key).Distinct(StringComparer.Ordinal).Count(),
            Standings = standings,
            HandIns = handInSummary,
            Details = details,
            Overdue = [.. OverdueBands.Split(obligations, order)
                .Select(band => new OverdueLines(band.Name, [.. band.Obligations.Select(assessed => lines[assessed])]))],
            Figures = figures,
            Comparison = ComparisonLine.Compare(KeyNumber.Of(standings.Totals, handInSummary.Totals, figures), inputs.Previous, inputs.YearBefore,
                handInSummary.Totals.Missing == 0),
            PreviousName = inputs.Previous?.PeriodName,
            YearBeforeName = inputs.YearBefore?.PeriodName,
            Difficulties = [.. details.Where(line => !string.IsNullOrWhiteSpace(line.Difficulty)).Select(line => DifficultyOf(line, reported))],
            Extra = ExtraLine.Gather(handIns),
            Narrative = NarrativeSection.Gather(handIns),
            Findings = FindingOrder.Sort([.. inputs.Findings, .. UnusedFigures.Find(handIns, owed, indicators)]),
            Registers = ReportOrder.Sort(inputs.Registers),
        };
        report = report with { Files = FilesOf(inputs, report, order) };
        return inputs.Frozen is { } frozen ? report with { Differences = PeriodDifferences.Between(frozen, PeriodFactList.Of(report)) } : report;
    }

    /// <summary>Any order in, one order out; what the report shows is ordered anew from here.</summary>
    private static IReadOnlyList<AssessedObligation> Sorted(IReadOnlyList<AssessedObligation> obligations) =>
    [
        .. obligations.OrderBy(assessed => assessed.Obligation.Task.Key, StringComparer.Ordinal)
            .ThenBy(assessed => assessed.Obligation.MilestoneKey, StringComparer.Ordinal)
            .ThenBy(assessed => assessed.Obligation.Agency.Code, StringComparer.Ordinal)
            .ThenBy(assessed => assessed.Obligation.Agency.Name, StringComparer.Ordinal),
    ];

    private static Dictionary<(string Key, string Agency), (string File, ReportedTask Task)> ReportedTasks(IReadOnlyList<AgencySubmission> handIns)
    {
        var reported = new Dictionary<(string Key, string Agency), (string File, ReportedTask Task)>();
        foreach (var handIn in handIns)
        {
            foreach (var task in handIn.Submission?.Tasks.Where(DetailLine.IsAnswered) ?? [])
            {
                reported.TryAdd((task.RowKey, handIn.Agency.Code), (handIn.Submission!.File, task));
            }
        }

        return reported;
    }

    private static Dictionary<AssessedObligation, DetailLine> LinesOf(
        IReadOnlyList<AssessedObligation> obligations, Dictionary<(string Key, string Agency), (string File, ReportedTask Task)> reported)
    {
        var lines = new Dictionary<AssessedObligation, DetailLine>(ReferenceEqualityComparer.Instance);
        foreach (var assessed in obligations)
        {
            lines.TryAdd(assessed, Line(assessed, reported));
        }

        return lines;
    }

    private static DetailLine Line(AssessedObligation assessed, Dictionary<(string Key, string Agency), (string File, ReportedTask Task)> reported)
    {
        var key = ObligationKey.Of(assessed.Obligation);
        var isSaid = reported.TryGetValue((key, AnsweredBy(assessed.Obligation, key, reported)), out var found);
        return assessed.Standing.Record switch
        {
            // The verdict goes by the register: so do status, day and basis; what the agency finds hard is still its own.
            { IsDone: true, IsReported: false } => DetailLine.OfRegister(assessed, key) with { Difficulty = isSaid ? found.Task.Difficulty : "" },
            { IsReported: true } when !isSaid => DetailLine.OfEarlierReport(assessed, key),
            // An earlier report's "not done" is why it is overdue.
            { IsDone: false } when !isSaid && assessed.Obligation is { ReportedUndone: not null } open
                && (open.Milestone.Kind == MilestoneKind.Recurring || open.Task.StatusText.Length == 0) =>
                DetailLine.OfEarlierReport(assessed, key),
            _ => isSaid ? DetailLine.OfReport(assessed, key, found.File, found.Task) : DetailLine.OfRegister(assessed, key),
        };
    }

    /// <summary>The agency whose report speaks of it: its own, else the first with a word of those it took over from.</summary>
    private static string AnsweredBy(Obligation obligation, string key, Dictionary<(string Key, string Agency), (string File, ReportedTask Task)> reported) =>
        reported.ContainsKey((key, obligation.Agency.Code)) ? obligation.Agency.Code
        : obligation.SucceededFrom.Select(ended => ended.Code).FirstOrDefault(code => reported.ContainsKey((key, code))) ?? obligation.Agency.Code;

    private static DifficultyLine DifficultyOf(DetailLine line, Dictionary<(string Key, string Agency), (string File, ReportedTask Task)> reported)
    {
        var (file, task) = reported[(line.Key, AnsweredBy(line.Assessed.Obligation, line.Key, reported))];
        return new DifficultyLine(line.Assessed, line.Difficulty, new CellPlace(file, task.Sheet, task.DifficultyCell));
    }

    private static IReadOnlyList<UsedFileLine> FilesOf(PeriodInputs inputs, PeriodReport report, ReportOrder order)
    {
        var uses = new FileUses(report);
        var names = inputs.Directory.Concat(inputs.HandIns.Select(handIn => handIn.Agency)).DistinctBy(agency => agency.Code, StringComparer.Ordinal)
            .ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal);
        return
        [
            .. inputs.Files.OrderBy(file => names.ContainsKey(file.AgencyCode) ? order.AgencyRank(file.AgencyCode) : int.MaxValue)
                .ThenBy(file => file.SavedAt)
                .ThenBy(file => file.Version)
                .ThenBy(file => file.File, VietnameseOrder.Comparer)
                .ThenBy(file => file.Hash, StringComparer.Ordinal)
                .Select(file => new UsedFileLine(file, names.GetValueOrDefault(file.AgencyCode, ""), uses.Of(file))),
        ];
    }
}
