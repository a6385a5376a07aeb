using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>The cells that describe one figure (mô tả một chỉ tiêu); whatever cannot be used is named, and the figure stays without it.</summary>
internal sealed class IndicatorCells(ListTable<IndicatorColumn>.Row row, List<Finding> findings)
{
    private IndicatorKind AnyNumber => row.Line(IndicatorColumn.Unit) == "%" ? IndicatorKind.Rate : IndicatorKind.Decimal;

    /// <summary>A figure of unknown kind takes any number when the province totals it, else any words; a total that makes no sense is left away.</summary>
    public (IndicatorKind Kind, WrittenTotal Total) KindAndTotal()
    {
        var words = row.Line(IndicatorColumn.Total);
        var total = IndicatorRuleParser.Total(words);
        if (total is null)
        {
            Report(IndicatorColumn.Total, IndicatorFindings.UnknownTotal(words));
        }

        var (rule, ratioOf) = total ?? new WrittenTotal(TotalRule.None);
        var typed = row.Line(IndicatorColumn.Kind);
        if (IndicatorRuleParser.Kind(typed) is not { } kind)
        {
            kind = rule == TotalRule.None ? IndicatorKind.Text : AnyNumber;
            Report(IndicatorColumn.Kind, IndicatorFindings.UnknownKind(typed, isTotalled: rule != TotalRule.None));
        }

        switch (kind, rule)
        {
            case (IndicatorKind.Text or IndicatorKind.WholeNumber, TotalRule.Ratio):
                Report(IndicatorColumn.Kind, IndicatorFindings.RatioKind(typed));
                return (AnyNumber, new(rule, ratioOf));
            case (IndicatorKind.Text, not TotalRule.None):
                Report(IndicatorColumn.Total, IndicatorFindings.TotalOfWords(words));
                return (kind, default);
            case (IndicatorKind.Rate, TotalRule.Sum):
                Report(IndicatorColumn.Total, IndicatorFindings.SumOfRates);
                return (kind, default);
            case (IndicatorKind.Rate, TotalRule.Average):
                Report(IndicatorColumn.Total, IndicatorFindings.AverageOfRates);
                break;
        }

        return (kind, new(rule, ratioOf));
    }

    /// <param name="directory">Tells which groups there are; null leaves them unchecked.</param>
    public IReadOnlyList<string> Groups(IReadOnlyList<Agency>? directory)
    {
        var cell = row[IndicatorColumn.Groups];
        var groups = IndicatorRuleParser.Groups(cell.Kind == CellKind.Error ? "" : cell.Text);
        foreach (var group in groups)
        {
            if (directory is not null && !directory.Any(agency => AgencyGroups.AreSame(agency.Group, group)))
            {
                Report(IndicatorColumn.Groups, IndicatorFindings.UnknownGroup(group));
            }
        }

        return groups;
    }

    public DateOnly? From()
    {
        var words = row.Line(IndicatorColumn.From);
        var last = FirstPeriod.LastDay(words);
        if (last is null && words.Length > 0)
        {
            Report(IndicatorColumn.From, IndicatorFindings.BadPeriod(words));
        }

        return last;
    }

    public (double? Least, double? Greatest) Bounds(IndicatorKind kind)
    {
        var usual = IndicatorBounds.Usual(kind);
        var (least, greatest) = (Bound(IndicatorColumn.Least, kind) ?? usual.Least, Bound(IndicatorColumn.Greatest, kind) ?? usual.Greatest);
        if (least > greatest)
        {
            Report(IndicatorColumn.Least, IndicatorFindings.ReversedBounds);
            return (null, null);
        }

        return (least, greatest);
    }

    private double? Bound(IndicatorColumn column, IndicatorKind kind)
    {
        var words = row.Line(column);
        var bound = IndicatorBounds.Read(words, kind);
        if (bound is null && words.Length > 0)
        {
            Report(column, IndicatorFindings.BadBound(words, kind == IndicatorKind.Rate ? "80%" : "1.000"));
        }

        return bound;
    }

    private void Report(IndicatorColumn column, FindingTemplate finding) => findings.Add(row.At(column, finding));
}
