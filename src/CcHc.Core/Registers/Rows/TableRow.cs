using System.Globalization;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>What one row says in one field.</summary>
/// <param name="IsOwn">False when a merge brought it down from a row above.</param>
/// <param name="Row">With <paramref name="Column"/>, the cell that holds it, or would.</param>
internal readonly record struct FieldValue(string Text, bool IsOwn, int Row, int Column, SheetCell Stored)
{
    public string Cell => CellName.Of(Row, Column);

    public bool IsBlank => Text.Length == 0;
}

/// <summary>A row of a table seen through the table's layout.</summary>
internal sealed class TableRow
{
    private static readonly RegisterField[] Details =
        [RegisterField.Product, RegisterField.Lead, RegisterField.Coordinating, RegisterField.Time, RegisterField.DueDate];

    private readonly SheetGrid _grid;
    private readonly TableLayout _layout;

    public TableRow(SheetGrid grid, TableLayout layout, SheetRow row)
    {
        (_grid, _layout, Source) = (grid, layout, row);
        Cells = layout.SideTableFrom is { } side ? CellsBefore(side) : grid.OwnCells(row);
        IsStruck = layout.Columns.TryGetValue(RegisterField.Task, out var task) && IsStruckAt(task);
        Task = Words(Value(RegisterField.Task));
        General = Words(Value(RegisterField.General));
        var written = WrittenNumber();
        Number = NumberOf(written);
        if (Task.IsBlank && IsTaskInNumberColumn(written))
        {
            (Task, written, StandsInNumberColumn) = (written, written with { Text = "" }, true);
        }

        (TaskNumber inText, TaskText) = TaskNumber.Cut(Task.Text);
        (NumberText, NumberKind) = (written.Text, written.Stored.Kind);
        HasOwnDetails = HasOwnDetail() || OwnTicks.Any() || LabelledAgencies.Any(agency => agency.Value is { IsOwn: true, IsBlank: false });
        OwnsNumber = written.IsOwn;
        if (Number.IsNone || IsDeeper(inText))
        {
            (Number, OwnsNumber) = (inText, Task.IsOwn);
        }
        else if (!inText.IsNone && inText.Text != Number.Text && inText.Style != NumberStyle.Roman)
        {
            TaskText = Task.Text;
        }
    }

    public SheetRow Source { get; }

    /// <summary>The row's own contents in any column.</summary>
    public GridCell[] Cells { get; }

    /// <summary>True when the task's own words are struck through: the row is taken back as a whole, and read to say which it was.</summary>
    public bool IsStruck { get; }

    public FieldValue Task { get; }

    /// <summary>The task's words without a number in front.</summary>
    public string TaskText { get; }

    public FieldValue General { get; }

    public TaskNumber Number { get; private set; }

    /// <summary>False when a merge brought the number down from a row above.</summary>
    public bool OwnsNumber { get; }

    /// <summary>What stands in the number column.</summary>
    public string NumberText { get; }

    /// <summary>True when the row's words were typed, or merged, into the narrow column of the numbers.</summary>
    public bool StandsInNumberColumn { get; }

    /// <summary>True for a task with a dash instead of a number.</summary>
    public bool IsBulleted => Number.IsNone && (NumberText is "-" or "–" or "+" or "*" or "•" || (Task.Text.Length > 0 && TaskText != Task.Text));

    /// <summary>True when the row itself says a product, an agency or a time.</summary>
    public bool HasOwnDetails { get; }

    /// <summary>True when the row's agency goes on from the row above: "và Sở Tài chính".</summary>
    public bool BeginsWithinLead => Value(RegisterField.Lead) is { IsOwn: true, IsBlank: false } lead && char.IsLower(lead.Text[0]);

    public bool HasOwn(RegisterField field) => HasOwnValue(field) || HasOwnTick(field);

    private bool HasOwnTick(RegisterField field) => _layout.HasTicks(field) && OwnTicks.Any(tick => tick.Field == field);

    /// <summary>The only text of the row beside its number, in whatever column; null when there are several or none.</summary>
    public GridCell? OnlyText
    {
        get
        {
            var texts = Cells.Where(cell => !IsNumberColumn(cell.Column)).ToList();
            return texts.Count == 1 ? texts[0] : texts.Count == 0 && Cells.Length == 1 && Number.IsNone ? Cells[0] : null;
        }
    }

    /// <summary>True when a cell of this row is merged over columns of several fields: a heading.</summary>
    public bool IsMergedAcross => Cells.Any(cell => _grid.MergeAt(cell.Row, cell.Column) is { } area
        && _layout.Headers.Keys.Count(column => column >= area.FirstColumn && column <= area.LastColumn) >= Math.Max(2,
            Math.Min(3, _layout.Headers.Count - 1)));

    private bool IsNumberColumn(int column) =>
        IsIn(RegisterField.Number, column) || (_layout.SecondNumber is { } second && column >= second.First && column <= second.Last);

    /// <summary>True in a column of bare months or quarters, where "6" is a time.</summary>
    public bool IsPeriod(int column) =>
        (IsIn(RegisterField.Time, column) && RegisterLayout.Fold(_layout.Headers.GetValueOrDefault(_layout.Columns[RegisterField.Time].First, "")) is "thang"
            or "quy") || _layout.Ticks.Any(tick => tick.Column == column);

    /// <summary>Takes the number its place says in place of the one a spreadsheet made of it.</summary>
    public void Renumber(TaskNumber number) => Number = number;

    /// <summary>What kind of cell the number is written in.</summary>
    public CellKind NumberKind { get; }

    public bool IsIn(RegisterField field, int column) => _layout.Columns.TryGetValue(field, out var span) && column >= span.First && column <= span.Last;

    public FieldValue Value(RegisterField field)
    {
        if (!_layout.Columns.TryGetValue(field, out var span))
        {
            return new FieldValue("", true, Source.Number, _layout.Columns[RegisterField.Task].First, default);
        }

        return Read(span);
    }

    public IEnumerable<(FieldValue Value, string Label)> LabelledAgencies =>
        _layout.LabelledAgencies.Count == 0 ? [] : _layout.LabelledAgencies.Select(agency => (Read(agency.Span), agency.Label));

    /// <summary>The ticked columns of this row, each with the words found in its cell.</summary>
    public IEnumerable<(RegisterField Field, string Word, string Written, string Cell)> Ticks => _layout.Ticks.Count == 0 ? [] :
        _layout.Ticks.Select(tick => (tick, Value: Read(new ColumnSpan(tick.Column, tick.Column))))
            .Where(pair => !pair.Value.IsBlank && !TickMarks.IsNo(pair.Value.Text))
                .Select(pair => (pair.tick.Field, pair.tick.Word, pair.Value.Text, pair.Value.Cell));

    /// <summary>The number column's, or where that is blank the second one's.</summary>
    private FieldValue WrittenNumber()
    {
        var written = Value(RegisterField.Number);
        return written.IsBlank && _layout.SecondNumber is { } second ? Read(second) : written;
    }

    private IEnumerable<(RegisterField Field, string Word, string Written, string Cell)> OwnTicks => _layout.Ticks.Count == 0 ? [] :
        Ticks.Where(tick => tick.Cell.EndsWith(Source.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>True for a cell struck through in a row that stands: what it says is taken back. A number stays the row's name.</summary>
    public bool IsTakenBack(GridCell cell) =>
        !IsStruck && cell.Stored.Has(CellTraits.Strikethrough) && cell.Column >= _layout.FirstColumn && cell.Column <= _layout.LastColumn
            && !IsIn(RegisterField.Number, cell.Column);

    private GridCell[] CellsBefore(int column) => [.. _grid.OwnCells(Source).Where(cell => cell.Column < column)];

    private bool HasOwnDetail()
    {
        foreach (var field in Details)
        {
            if (HasOwnValue(field))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsStruckAt(ColumnSpan columns)
    {
        for (var column = columns.First; column <= columns.Last; column++)
        {
            if (IsStruckAt(column))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsStruckAt(int column) => _grid.At(Source.Number, column) is { IsBlank: false } cell && cell.Stored.Has(CellTraits.Strikethrough);

    private bool HasOwnValue(RegisterField field) => Value(field) is { IsOwn: true, IsBlank: false };

    private FieldValue Read(ColumnSpan span)
    {
        var value = ReadOne(span.First, span.First);
        var last = value;
        for (var column = span.First + 1; column <= span.Last; column++)
        {
            // Every column of a merged cell shows the same.
            if (ReadOne(column, span.First) is { IsBlank: false } further && (last.IsBlank || (further.Row, further.Column) != (last.Row, last.Column)))
            {
                value = value.IsBlank ? further : value with { Text = $"{value.Text} {further.Text}", IsOwn = value.IsOwn || further.IsOwn };
                last = further;
            }
        }

        return value;
    }

    /// <summary>Words merged in from a column further left than the field's first belong to that column.</summary>
    private FieldValue ReadOne(int column, int first)
    {
        var cell = _grid.At(Source.Number, column);
        return !cell.IsBlank && cell.Column >= first && !IsTakenBack(cell)
            ? new FieldValue(cell.Text, cell.Row == Source.Number, cell.Row, cell.Column, cell.Stored)
            : new FieldValue("", true, Source.Number, column, cell.IsBlank ? cell.Stored : new SheetCell(column, CellKind.Blank, ""));
    }

    private bool IsTaskInNumberColumn(FieldValue written) =>
        written.IsOwn && Number.IsNone && written.Stored.Kind == CellKind.Text && written.Text.Contains(' ', StringComparison.Ordinal)
        && General.IsBlank && written.Text.Any(char.IsLetter);

    /// <summary>"1.2. Mở lớp" beside the number 1 of its group is task 1.2; a list "1.1 … 1.2 …" in one cell is the task 1.</summary>
    private bool IsDeeper(TaskNumber inText) =>
        inText.Style == NumberStyle.Dotted && Number.Style == NumberStyle.Integer && Number.IsParentOf(inText)
        && !Task.Text.Split('\n').Skip(1).Any(line => !TaskNumber.Cut(line).Number.IsNone);

    // A lone dash or bracket is no task.
    private static FieldValue Words(FieldValue value) => VietnameseText.HasWords(value.Text) ? value : value with { Text = "" };

    // Excel turns "1.2" typed into a cell into the second of January where the dot divides dates.
    private static TaskNumber NumberOf(FieldValue written) =>
        written.Stored.Date is { } date
            ? new TaskNumber(date.ToString("d.M", CultureInfo.InvariantCulture), NumberStyle.Dotted)
            : TaskNumber.Read(written.Text);
}
