using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>Reads the rows below one header into task drafts.</summary>
internal sealed class TableReader
{
    /// <summary>A task with all its products and agencies has some dozen rows at most; what goes on for longer is no task.</summary>
    private const int MostFurtherRows = 300;

    private readonly TableLayout _layout;
    private readonly SheetTitle _title;
    private readonly FindingList _findings;
    private readonly IReadOnlyList<TableRow> _rows;
    private readonly TaskFields _fields;
    private readonly SectionPath _sections;
    private readonly List<TaskDraft> _drafts = [];
    private (string Text, string Key) _general = ("", "");
    private readonly bool _isDividedByAgency;

    // Most tasks stand in the section of the one above and share its words.
    private (string Path, string General, bool WithGeneral, (string Name, string Key, TaskArea Area) Section)? _lastSection;
    private bool _isAfterRemark;

    // Rows that went on with the task above so far.
    private int _furtherRows;

    // The numbered task whose steps may stand below it.
    private TaskDraft? _parent;

    // The task right above, which ditto marks repeat; null below a heading.
    private TaskDraft? _above;

    public TableReader(SheetGrid grid, TableLayout layout, SheetTitle title, SectionHeading? caption, IReadOnlyList<SheetRow> rows, int? planYear,
        FindingList findings)
    {
        (_layout, _title, _findings) = (layout, title, findings);
        _rows = [.. rows.Select(row => new TableRow(grid, layout, row))];
        Renumber(_rows);
        _fields = new TaskFields(layout, _rows, planYear, findings);
        _sections = new SectionPath(caption);
        _isDividedByAgency = AgencyHeadings.Divide(layout, _rows);
    }

    public IReadOnlyList<TaskDraft> Read()
    {
        var own = _rows.Where(row => row.Task is { IsOwn: true, IsBlank: false }).ToList();
        var classifier = new RowClassifier(own.Any(row => row.HasOwnDetails), own.Count(row => !row.Number.IsNone) * 2 > own.Count);
        var next = NextWithCells();
        var lastTask = _rows.Count - 1;
        while (lastTask >= 0 && !IsNumberedTask(_rows[lastTask]))
        {
            lastTask--;
        }

        for (var i = 0; i < _rows.Count; i++)
        {
            var kind = classifier.Classify(_rows[i], next[i], _drafts.LastOrDefault()?.Row);
            if (kind == RowKind.Closing)
            {
                if (i >= lastTask)
                {
                    break;
                }

                // Tasks below the signature are tasks all the same.
                _isAfterRemark = true;
                continue;
            }

            Take(_rows[i], kind);
        }

        return _drafts;
    }

    private static void Renumber(IReadOnlyList<TableRow> rows)
    {
        var above = TaskNumber.None;
        foreach (var row in rows.Where(row => row.OwnsNumber && !row.Number.IsNone))
        {
            if (NumbersAsTyped.After(above, row.Number, row.NumberKind) is { } number)
            {
                row.Renumber(number);
            }

            above = row.Number;
        }
    }

    private static bool IsNumberedTask(TableRow row) =>
        row is { HasOwnDetails: true, OwnsNumber: true, Number.IsNone: false, Task: { IsOwn: true, IsBlank: false } };

    /// <summary>For each row the next one below it that says something itself.</summary>
    private TableRow?[] NextWithCells()
    {
        var next = new TableRow?[_rows.Count];
        for (var i = _rows.Count - 2; i >= 0; i--)
        {
            next[i] = _rows[i + 1].Cells.Length > 0 ? _rows[i + 1] : next[i + 1];
        }

        return next;
    }

    private void Take(TableRow row, RowKind kind)
    {
        if (_isAfterRemark && !(kind == RowKind.Task && row.HasOwnDetails) && kind != RowKind.Heading)
        {
            SideNotes.CheckNote(row, _findings);
            return;
        }

        switch (kind)
        {
            case RowKind.Heading or RowKind.Group:
                Open(row, kind);
                break;
            case RowKind.Task:
                _isAfterRemark = false;
                _furtherRows = 0;
                _drafts.Add(_above = Draft(row));
                _parent = row.IsBulleted ? _parent : _parent is not null && _parent.Number.IsParentOf(row.Number) ? _parent : _above;
                break;
            case RowKind.Continuation or RowKind.MoreText when ++_furtherRows > MostFurtherRows:
                TellEndless(row);
                break;
            case RowKind.Continuation:
                Continue(row);
                break;
            case RowKind.MoreText:
                _drafts[^1].Text += "\n" + row.Task.Text;
                break;
            case RowKind.WithoutTask:
                _findings.Add(RegisterFindings.TaskTextMissing, row.Task.Cell);
                break;
            case RowKind.Finding:
                SideNotes.CheckNote(row, _findings);
                _isAfterRemark = true;
                break;
        }
    }

    private void Open(TableRow row, RowKind kind)
    {
        var written = kind == RowKind.Group || row.OnlyText is null ? (row.Task.IsBlank ? row.General.Text : row.Task.Text) : row.OnlyText.Value.Text;
        var (number, text) = TaskNumber.Cut(written);
        if (!row.Number.IsNone)
        {
            number = row.Number;
        }

        var words = VietnameseText.OneLine(text);
        var lead = kind == RowKind.Group ? AgencyCell.Read(row.Value(RegisterField.Lead).Text).Lead : "";
        lead = _isDividedByAgency ? AgencyHeadings.LeadIn(words) : lead;
        var isField = !_isDividedByAgency && number.Style is NumberStyle.Roman or NumberStyle.UpperLetter or NumberStyle.Part;
        var areaLead = isField && lead.Length > 0 ? lead : SheetTitle.LeadIn(words);
        var isOutermost = kind == RowKind.Heading && (row.IsMergedAcross || words == words.ToUpper(System.Globalization.CultureInfo.InvariantCulture));
        _sections.Open(new SectionHeading(number, words, TaskAreaParser.Find(words), areaLead, isField ? "" : lead, kind == RowKind.Group
            ? GroupTime(row) : ""), isOutermost);
        _general = ("", "");
        (_above, _parent) = (null, null);
    }

    /// <summary>"Theo thời hạn cụ thể sau đây:" is no time of its own.</summary>
    private string GroupTime(TableRow row) =>
        _fields.TimeOf(row) is var time && (time.EndsWith(':') || VietnameseText.Fold(time).Contains("sau day", StringComparison.Ordinal)) ? "" : time;

    private TaskDraft Draft(TableRow row)
    {
        if (!row.General.IsBlank)
        {
            var (number, text) = TaskNumber.Cut(row.General.Text);
            _general = (VietnameseText.OneLine(row.General.Text), number.IsNone ? TaskKeys.Shorten(VietnameseText.Fold(text)) : number.Text);
        }

        var hasOwnWords = !row.Task.IsBlank;
        var (generalNumber, generalText) = hasOwnWords ? (TaskNumber.None, "") : TaskNumber.Cut(row.General.Text);
        var taskNumber = row.Number.IsNone ? generalNumber : row.Number;
        _sections.CloseFor(taskNumber);
        var section = Section(withGeneral: hasOwnWords);
        var draft = new TaskDraft
        {
            Row = row,
            Table = _layout.FirstHeaderRow,
            Number = taskNumber,
            Section = section.Name,
            SectionKey = section.Key,
            Area = section.Area,
            AreaLead = _sections.AreaLead is { Length: > 0 } lead ? lead : _title.AreaLead,
            Text = JoinWraps(hasOwnWords ? row.TaskText : generalText),
            TaskCell = hasOwnWords ? row.Task.Cell : row.General.Cell,
            Share = row.OwnsNumber || taskNumber.IsNone ? "" : VietnameseText.Fold(row.Task.Text),
        };
        _fields.Fill(draft, row, _above);
        InheritedFields.Fill(draft, _sections, _parent);
        if (draft.HasLeadOfHeading)
        {
            _findings.Add(RegisterFindings.LeadOfHeading(draft.LeadText), draft.LeadCell.Length > 0 ? draft.LeadCell : draft.TaskCell);
        }

        return draft;
    }

    private (string Name, string Key, TaskArea Area) Section(bool withGeneral)
    {
        if (_lastSection is { } last && ReferenceEquals(last.Path, _sections.Name) && ReferenceEquals(last.General, _general.Text)
            && last.WithGeneral == withGeneral)
        {
            return last.Section;
        }

        var names = new[] { _sections.Name, withGeneral ? _general.Text : "" }.Where(name => name.Length > 0).ToList();
        var keys = new[] { _sections.Key, withGeneral ? _general.Key : "" }.Where(key => key.Length > 0);
        var area = _sections.Area != TaskArea.Other ? _sections.Area : TaskAreaParser.Find(_general.Text);
        var section = area == TaskArea.Other && _title.Area != TaskArea.Other
            ? (names.Count == 0 ? _title.AreaLine : string.Join(" / ", names), string.Join('.', keys), _title.Area)
            : (string.Join(" / ", names), string.Join('.', keys), area);
        _lastSection = (_sections.Name, _general.Text, withGeneral, section);
        return section;
    }

    private void TellEndless(TableRow row)
    {
        if (_furtherRows == MostFurtherRows + 1)
        {
            _findings.Add(RegisterFindings.TaskEndless(MostFurtherRows), CellName.Of(row.Source.Number, _layout.FirstColumn));
        }
    }

    private void Continue(TableRow row)
    {
        var above = _drafts[^1];
        if (row.Task is { IsOwn: true, IsBlank: false })
        {
            above.Text += " " + JoinWraps(row.Task.Text);
        }

        if (row.BeginsWithinLead)
        {
            RowHalves.Join(above, row);
            return;
        }

        var isShare = row.HasOwn(RegisterField.Lead) && above.Leads.Count > 0
            && (row.HasOwn(RegisterField.Time) || row.HasOwn(RegisterField.Product) || row.HasOwn(RegisterField.DueDate));
        if (!isShare)
        {
            _fields.Extend(above, row);
            return;
        }

        var share = new TaskDraft
        {
            Row = row, Table = above.Table, Number = above.Number, Section = above.Section, SectionKey = above.SectionKey, Area = above.Area,
            AreaLead = above.AreaLead,
            Text = above.Text, TaskCell = above.TaskCell,
            Share = VietnameseText.Fold($"{row.Value(RegisterField.Product).Text} {row.Value(RegisterField.Lead).Text}"),
        };
        _fields.Fill(share, row, above);
        if (share.Times.Count == 0 && share.DueDate is null)
        {
            share.Times.AddRange(above.Times);
            share.DueDate = above.DueDate;
        }

        _drafts.Add(share);
    }

    /// <summary>Lines are joined unless they are a list.</summary>
    private static string JoinWraps(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text.Trim();
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Aggregate("", (whole, line) => whole.Length == 0 ? line : whole + (line[0] is '-' or '+' or '•' or '–' or '*' ? "\n" : " ") + line);
    }
}
