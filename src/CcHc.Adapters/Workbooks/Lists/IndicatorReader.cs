using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Sheets;
using Row = CcHc.Adapters.Workbooks.Lists.ListTable<CcHc.Adapters.Workbooks.Lists.IndicatorColumn>.Row;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>The figures of the list (danh mục chỉ tiêu) in its order, and what should be mended in it.</summary>
public sealed record IndicatorReading(IReadOnlyList<Indicator> Indicators, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads chi-tieu.xlsx. A figure without code or name is left out; any other cell that cannot be used leaves its figure asked in the most open way.
/// </summary>
public sealed class IndicatorReader
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _rowOfCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<Agency>? _directory;

    private IndicatorReader(IReadOnlyList<Agency>? directory) => _directory = directory;

    /// <param name="directory">Tells which groups there are; null leaves them unchecked.</param>
    public static IndicatorReading Read(string fullPath, string relativePath, IReadOnlyList<Agency>? directory = null)
    {
        var read = WorkbookReader.Read(fullPath, relativePath);
        if (read.Content is null)
        {
            return new IndicatorReading([], [read.Refusal!]);
        }

        var indicators = Read(read.Content, directory);
        return indicators with { Findings = [.. read.Findings, .. indicators.Findings] };
    }

    public static IndicatorReading Read(WorkbookContent workbook, IReadOnlyList<Agency>? directory = null)
    {
        var table = ListTable<IndicatorColumn>.Find(
            workbook, IndicatorColumns.Of, IndicatorColumn.Code, IndicatorColumn.Name, IndicatorColumn.Kind, IndicatorColumn.Total);
        return table is null
            ? new IndicatorReading([],
                [ListFindings.MissingColumns("indicator-columns-missing", "Mã, Chỉ tiêu, Kiểu, Cách tổng hợp").At(workbook.Path, null, null)])
            : new IndicatorReader(directory).Read(table, workbook.Path);
    }

    private IndicatorReading Read(ListTable<IndicatorColumn> table, string path)
    {
        var listed = new List<(Row Row, Indicator Indicator)>();
        foreach (var row in table.Rows())
        {
            _findings.AddRange(row.Troubles());
            if (ReadIndicator(row) is { } indicator)
            {
                listed.Add((row, indicator));
            }
        }

        if (listed.Count == 0)
        {
            _findings.Add(IndicatorFindings.NoIndicator.At(path, null, null));
        }

        // The two figures of a ratio may stand below it, so ratios are checked when all codes are known.
        var byCode = listed.ToDictionary(entry => entry.Indicator.Code, entry => entry.Indicator, StringComparer.OrdinalIgnoreCase);
        var indicators = listed.ConvertAll(entry => entry.Indicator.IsCalculated ? Checked(entry.Row, entry.Indicator, byCode) : entry.Indicator);
        return new IndicatorReading(indicators, table.Told(_findings));
    }

    private Indicator? ReadIndicator(Row row)
    {
        var code = row.Line(IndicatorColumn.Code);
        var name = row.Line(IndicatorColumn.Name);
        if (code.Length == 0 || name.Length == 0)
        {
            return Reject(row, code.Length == 0 ? IndicatorColumn.Code : IndicatorColumn.Name, code.Length == 0
                ? IndicatorFindings.NoCode(name) : IndicatorFindings.NoName(code));
        }

        if (!_rowOfCode.TryAdd(code, row.Number))
        {
            return Reject(row, IndicatorColumn.Code, IndicatorFindings.SameCode(code, _rowOfCode[code]));
        }

        var cells = new IndicatorCells(row, _findings);
        var (kind, total) = cells.KindAndTotal();
        var (least, greatest) = cells.Bounds(kind);
        return new Indicator
        {
            Code = code,
            Name = name,
            Unit = row.Line(IndicatorColumn.Unit),
            Kind = kind,
            Total = total.Rule,
            RatioOf = total.RatioOf,
            Groups = cells.Groups(_directory),
            From = cells.From(),
            Least = least,
            Greatest = greatest,
        };
    }

    private Indicator Checked(Row row, Indicator ratio, Dictionary<string, Indicator> byCode)
    {
        var finding = RatioCheck.Of(ratio, byCode);
        if (finding is not null)
        {
            Report(row, IndicatorColumn.Total, finding);
        }

        var (numerator, denominator) = ratio.RatioOf!.Value;
        return finding is { Severity: Severity.Error }
            ? ratio with { Total = TotalRule.None, RatioOf = null }
            : ratio with { RatioOf = (byCode[numerator].Code, byCode[denominator].Code) };
    }

    private Indicator? Reject(Row row, IndicatorColumn column, FindingTemplate why)
    {
        Report(row, column, why);
        return null;
    }

    private void Report(Row row, IndicatorColumn column, FindingTemplate finding) => _findings.Add(row.At(column, finding));
}
