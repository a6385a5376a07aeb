using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>The agencies of the directory workbook (danh bạ cơ quan) in its order, and what should be mended in it.</summary>
public sealed record DirectoryReading(IReadOnlyList<Agency> Agencies, IReadOnlyList<Finding> Findings);

/// <summary>Reads danh-ba-co-quan.xlsx. A cell that cannot be used is named and left out; the rest of its agency stays.</summary>
public sealed class DirectoryReader
{
    private const int LongestCode = 60;
    private const int LongestName = 300;
    private const int MostNames = 100;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _rowOfCode = new(StringComparer.OrdinalIgnoreCase);

    private DirectoryReader()
    {
    }

    public static DirectoryReading Read(string fullPath, string relativePath)
    {
        var read = WorkbookReader.Read(fullPath, relativePath);
        if (read.Content is null)
        {
            return new DirectoryReading([], [read.Refusal!]);
        }

        var directory = Read(read.Content);
        return directory with { Findings = [.. read.Findings, .. directory.Findings] };
    }

    public static DirectoryReading Read(WorkbookContent workbook)
    {
        var table = ListTable<DirectoryColumn>.Find(workbook, DirectoryColumns.Of, DirectoryColumn.Code, DirectoryColumn.Name, DirectoryColumn.Emails);
        return table is null
            ? new DirectoryReading([], [ListFindings.MissingColumns("directory-columns-missing", "Mã, Tên cơ quan, Email").At(workbook.Path, null, null)])
            : new DirectoryReader().Read(table, workbook.Path);
    }

    private DirectoryReading Read(ListTable<DirectoryColumn> table, string path)
    {
        var listed = new List<(ListTable<DirectoryColumn>.Row Row, Agency Agency)>();
        foreach (var row in table.Rows())
        {
            _findings.AddRange(row.Troubles());
            if (ReadAgency(row) is { } agency)
            {
                listed.Add((row, agency));
            }
        }

        if (listed.Count == 0)
        {
            _findings.Add(DirectoryFindings.NoAgency.At(path, null, null));
        }

        // Successors may stand below the agency they take over from, so they are checked when all codes are known.
        var agencies = listed.ConvertAll(entry => entry.Agency with { Successors = Successors(entry.Row, entry.Agency.Code) });
        return new DirectoryReading(agencies, table.Told(_findings));
    }

    private Agency? ReadAgency(ListTable<DirectoryColumn>.Row row)
    {
        var code = row.Line(DirectoryColumn.Code);
        var name = row.Line(DirectoryColumn.Name);
        if (code.Length == 0 || name.Length == 0)
        {
            return Reject(row, code.Length == 0 ? DirectoryColumn.Code : DirectoryColumn.Name, code.Length == 0
                ? DirectoryFindings.NoCode(name) : DirectoryFindings.NoName(code));
        }

        if (code.Length > LongestCode)
        {
            return Reject(row, DirectoryColumn.Code, DirectoryFindings.TooLong(LongestCode));
        }

        if (name.Length > LongestName)
        {
            return Reject(row, DirectoryColumn.Name, DirectoryFindings.TooLong(LongestName));
        }

        if (!_rowOfCode.TryAdd(code, row.Number))
        {
            return Reject(row, DirectoryColumn.Code, DirectoryFindings.SameCode(code, _rowOfCode[code]));
        }

        var emails = Addresses(row, DirectoryColumn.Emails);
        var (from, to) = Validity(row);
        // An agency that ends is not written to: its successors are.
        if (emails.Count == 0 && to is null)
        {
            Report(row, DirectoryColumn.Emails, DirectoryFindings.NoEmail(code));
        }

        return new Agency
        {
            Code = code,
            Name = name,
            OtherNames = OtherNames(row),
            Group = row.Line(DirectoryColumn.Group),
            Emails = emails,
            HeadEmails = Addresses(row, DirectoryColumn.HeadEmails),
            FocalPoint = row.Line(DirectoryColumn.FocalPoint),
            Phone = row.Line(DirectoryColumn.Phone),
            ValidFrom = from,
            ValidTo = to,
        };
    }

    private IReadOnlyList<string> OtherNames(ListTable<DirectoryColumn>.Row row)
    {
        var names = Parts(row[DirectoryColumn.OtherNames].Text, [';', '\n']);
        var usable = names.Where(name => name.Length <= LongestName).Take(MostNames).ToList();
        if (usable.Count < names.Count)
        {
            Report(row, DirectoryColumn.OtherNames, DirectoryFindings.TooLong(LongestName));
        }

        return usable;
    }

    private IReadOnlyList<string> Addresses(ListTable<DirectoryColumn>.Row row, DirectoryColumn column)
    {
        var cell = row[column];
        var typed = MailAddresses.In(cell.Kind == CellKind.Error ? "" : cell.Text);
        foreach (var bad in typed.Bad)
        {
            Report(row, column, DirectoryFindings.BadEmail(bad));
        }

        foreach (var address in typed.Good)
        {
            if (DomainTypos.Suggest(address) is { } meant)
            {
                Report(row, column, DirectoryFindings.OddEmail(address, meant));
            }
        }

        return typed.Good;
    }

    private (DateOnly? From, DateOnly? To) Validity(ListTable<DirectoryColumn>.Row row)
    {
        var from = Day(row, DirectoryColumn.ValidFrom);
        var to = Day(row, DirectoryColumn.ValidTo);
        if (from <= to || from is null || to is null)
        {
            return (from, to);
        }

        Report(row, DirectoryColumn.ValidTo, DirectoryFindings.Reversed);
        return (null, null);
    }

    private DateOnly? Day(ListTable<DirectoryColumn>.Row row, DirectoryColumn column)
    {
        var cell = row[column];
        var day = DayCell.Read(cell);
        if (day is null && !cell.IsBlank && cell.Kind != CellKind.Error)
        {
            Report(row, column, ListFindings.BadDay(row.Line(column)));
        }

        return day;
    }

    private IReadOnlyList<string> Successors(ListTable<DirectoryColumn>.Row row, string code)
    {
        var known = new List<string>();
        foreach (var successor in Parts(row.Line(DirectoryColumn.Successors), [';', ',']))
        {
            if (string.Equals(successor, code, StringComparison.OrdinalIgnoreCase))
            {
                Report(row, DirectoryColumn.Successors, DirectoryFindings.OwnSuccessor(code));
            }
            else if (_rowOfCode.ContainsKey(successor))
            {
                known.Add(successor);
            }
            else
            {
                Report(row, DirectoryColumn.Successors, DirectoryFindings.UnknownSuccessor(successor));
            }
        }

        return known;
    }

    private static IReadOnlyList<string> Parts(string text, char[] separators) =>
        [.. text.Split(separators).Select(VietnameseText.OneLine).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];

    private Agency? Reject(ListTable<DirectoryColumn>.Row row, DirectoryColumn column, FindingTemplate why)
    {
        Report(row, column, why);
        return null;
    }

    private void Report(ListTable<DirectoryColumn>.Row row, DirectoryColumn column, FindingTemplate finding) => _findings.Add(row.At(column, finding));
}
