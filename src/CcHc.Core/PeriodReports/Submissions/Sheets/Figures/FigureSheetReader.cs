using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Regimes;
using FigureRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.FigureColumn>;
using FigureTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.FigureColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>The figures of a filled form.</summary>
/// <param name="Figures">Blank ones too, calculated ones by our own count.</param>
/// <param name="KnowsRows">At least one row is a figure of the form.</param>
/// <param name="SaysSomething">Somebody typed a figure, right or wrong.</param>
internal sealed record FigureReading(IReadOnlyList<ReportedFigure> Figures, IReadOnlyList<Finding> Findings, bool KnowsRows, bool SaysSomething);

/// <summary>
/// Reads the figure sheet (trang chỉ tiêu) by codes, else by names. An indicator younger than the period, or than the form, may be missing and only warns.
/// </summary>
internal sealed class FigureSheetReader(string file, IssuedForm form, Agency agency, ReportPeriod period, IReadOnlyList<Indicator> indicators)
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _issued = new(form.FigureCodes, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Placed> _placed = new(StringComparer.OrdinalIgnoreCase);

    public FigureReading Read(IReadOnlyList<FigureTable> tables)
    {
        var asked = indicators.Where(indicator => _issued.Contains(indicator.Code) || IsAskedNow(indicator)).ToList();
        foreach (var table in tables)
        {
            Place(table, asked);
        }

        var typed = asked.Where(indicator => !indicator.IsCalculated).Select(ReadTyped).OfType<ReportedFigure>()
            .ToDictionary(figure => figure.Code, StringComparer.OrdinalIgnoreCase);
        var ratios = new RatioFigures(file, typed, _findings);
        var figures = asked.Select(indicator => indicator.IsCalculated ? Calculated(indicator, ratios) : typed.GetValueOrDefault(indicator.Code))
            .OfType<ReportedFigure>().ToList();
        TellMissing(asked, hasTable: tables.Count > 0);
        TellWrongColumn(asked);
        return new FigureReading(figures, _findings, _placed.Count > 0,
            _placed.Any(placed => typed.ContainsKey(placed.Key) && placed.Value.Row.IsFilled(FigureColumn.Value)));
    }

    private bool IsAskedNow(Indicator indicator) => indicator.IsAskedIn(period) && indicator.IsAskedOf(agency);

    /// <summary>Rules of an indicator that came after this period or this form only warn.</summary>
    private bool IsYounger(Indicator indicator) => !indicator.IsAskedIn(period) || !_issued.Contains(indicator.Code);

    private void Place(FigureTable table, List<Indicator> asked)
    {
        var byCode = asked.ToDictionary(indicator => FormText.Words(indicator.Code), StringComparer.Ordinal);
        var byName = asked.ToLookup(indicator => FormText.Words(indicator.Name), StringComparer.Ordinal);
        var strangers = new List<Finding>();
        foreach (var row in table.Rows)
        {
            var indicator = byCode.GetValueOrDefault(FormText.Words(row.Text(FigureColumn.Code)))
                ?? (byName[FormText.Words(row.Text(FigureColumn.Figure))].Take(2).ToList() is [var only] ? only : null);
            if (indicator is not null)
            {
                Place(indicator, row);
            }
            else if (row.IsFilled(FigureColumn.Value) && row.Line(FigureColumn.Figure) + row.Line(FigureColumn.Code) is { Length: > 2 } words)
            {
                strangers.Add(row.Say(file, FigureColumn.Value, FigureFindings.NotOnForm(words)));
            }
        }

        if (_placed.Values.Any(placed => placed.Row.Sheet == table.Sheet.Name))
        {
            _findings.AddRange(strangers);
            if (table.IsCut)
            {
                _findings.Add(SubmittedFileFindings.TableCut(FigureTable.MostRows).At(file, table.Sheet.Name, null));
            }

            if (table.Sheet.IsHidden)
            {
                _findings.Add(SubmittedFileFindings.HiddenSheetRead.At(file, table.Sheet.Name, null));
            }
        }
    }

    private void Place(Indicator indicator, FigureRow row)
    {
        var cell = FigureCell.Read(row[FigureColumn.Value], indicator);
        if (!_placed.TryGetValue(indicator.Code, out var first) || (first.Cell.IsBlank && !cell.IsBlank))
        {
            _placed[indicator.Code] = new Placed(row, cell);
        }
        else if (!indicator.IsCalculated && !cell.IsBlank && (cell.Value != first.Cell.Value || cell.Text != first.Cell.Text))
        {
            Say(indicator, row, FigureFindings.Twice(indicator.Code, first.Row.Cell(FigureColumn.Value)));
        }
    }

    private ReportedFigure? ReadTyped(Indicator indicator)
    {
        if (!_placed.TryGetValue(indicator.Code, out var placed))
        {
            return null;
        }

        var (row, cell) = placed;
        foreach (var finding in cell.Findings)
        {
            Say(indicator, row, finding);
        }

        if (cell.IsBlank)
        {
            var finding = indicator.Kind == IndicatorKind.Text ? FigureFindings.TextLeftBlank(indicator) : FigureFindings.LeftBlank(indicator);
            _findings.Add(row.Say(file, FigureColumn.Value, IsYounger(indicator) ? finding with { Severity = Severity.Info } : finding));
        }

        return new ReportedFigure(indicator.Code, cell.Value, cell.Text, row.Text(FigureColumn.Note), row.Sheet, row.Cell(FigureColumn.Value));
    }

    private ReportedFigure? Calculated(Indicator indicator, RatioFigures ratios) =>
        ratios.Calculate(indicator, _placed.TryGetValue(indicator.Code, out var placed) ? placed.Row : null);

    private void TellMissing(List<Indicator> asked, bool hasTable)
    {
        var missing = asked.Where(indicator => !indicator.IsCalculated && !_placed.ContainsKey(indicator.Code)).ToLookup(IsYounger);
        if (missing[false].Any())
        {
            _findings.Add(FigureFindings.RowsMissing([.. missing[false].Select(indicator => indicator.Code)]).At(file, null, null));
        }

        if (hasTable && missing[true].Any())
        {
            _findings.Add(FigureFindings.NewerThanForm([.. missing[true].Select(indicator => indicator.Code)]).At(file, null, null));
        }
    }

    /// <summary>Not one figure of this period, while the column of the last one is filled: they may stand in the wrong column.</summary>
    private void TellWrongColumn(List<Indicator> asked)
    {
        var rows = asked.Where(indicator => !indicator.IsCalculated && _placed.ContainsKey(indicator.Code)).Select(indicator => _placed[indicator.Code])
            .ToList();
        if (rows.Count > 0 && rows.TrueForAll(placed => placed.Cell.IsBlank) && rows.Find(placed => placed.Row.IsFilled(FigureColumn.Previous)) is { } first)
        {
            _findings.Add(
                first.Row.Say(file, FigureColumn.Previous, FigureFindings.InPreviousColumn(rows.Count(placed => placed.Row.IsFilled(FigureColumn.Previous)))));
        }
    }

    private void Say(Indicator indicator, FigureRow row, FindingTemplate finding) =>
        _findings.Add(row.Say(file, FigureColumn.Value, IsYounger(indicator) && finding.Severity == Severity.Error
            ? finding with { Severity = Severity.Warning } : finding));

    private sealed record Placed(FigureRow Row, FigureCell Cell);
}
