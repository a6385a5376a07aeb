using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>Reads the cells of a row into a task: agencies, products, time, status, dates.</summary>
internal sealed partial class TaskFields
{
    /// <summary>Whether words are a time does not hang on the year.</summary>
    private const int AnyYear = 2026;

    private static readonly RegisterField[] DateFields = [RegisterField.DueDate, RegisterField.ExtendedTo, RegisterField.CompletedOn];

    private readonly TableLayout _layout;
    private readonly FindingList _findings;
    private readonly Dictionary<RegisterField, DateColumn> _dates = [];
    private readonly TaskCompletion _completion;

    private readonly int? _planYear;

    /// <param name="planYear">Taken where the words of an extension leave out the year.</param>
    public TaskFields(TableLayout layout, IReadOnlyList<TableRow> rows, int? planYear, FindingList findings)
    {
        (_layout, _planYear, _findings) = (layout, planYear, findings);
        foreach (var field in DateFields.Prepend(RegisterField.Time).Where(layout.Columns.ContainsKey))
        {
            var column = new DateColumn($"“{HeaderOf(field)}”", rows.Select(row => row.Value(field)), countsReal: field == RegisterField.CompletedOn);
            _dates[field] = column;
            if (column.Doubtful.Count > 0)
            {
                findings.Add(RegisterFindings.DatesMixed(column.Header, NameList.Of(column.Doubtful), field == RegisterField.CompletedOn), column.Doubtful[0]);
            }
        }

        _completion = new TaskCompletion(layout, rows, _dates, findings);
    }

    /// <summary>Reads a task's first row.</summary>
    /// <param name="above">Where a ditto mark takes its words from; null right below a heading, where nobody can be sure.</param>
    public void Fill(TaskDraft draft, TableRow row, TaskDraft? above)
    {
        draft.LeadCell = row.Value(RegisterField.Lead).Cell;
        draft.TimeCell = row.Value(_layout.Columns.ContainsKey(RegisterField.Time)
            ? RegisterField.Time : _layout.ProductWithTime is null ? RegisterField.DueDate : RegisterField.Product).Cell;
        draft.StatusCell = CellOf(RegisterField.Status);
        draft.ExtendedCell = CellOf(RegisterField.ExtendedTo);
        Add(draft, row, above, ownOnly: false);
        _completion.Read(draft, row, _planYear);
        draft.DueDate = Date(row, RegisterField.DueDate, draft);
        draft.ExtendedTo = Date(row, RegisterField.ExtendedTo, draft);
        CheckDates(draft, row);
        TaskNotes.Read(draft, row.Value(RegisterField.Note).Cell, _planYear, _findings);
        // Struck through because it is done: then the status says so.
        if (draft.Status != TaskProgress.Done && row.IsStruck)
        {
            draft.Status = TaskProgress.Dropped;
            _findings.Add(RegisterFindings.StruckThrough, draft.TaskCell);
        }

        foreach (var cell in row.Cells)
        {
            if (row.IsTakenBack(cell))
            {
                _findings.Add(SheetFindings.CellStruck, cell.Name);
            }
        }

        string? CellOf(RegisterField field) => _layout.Columns.ContainsKey(field) ? row.Value(field).Cell : null;
    }

    /// <summary>Adds what a further row of the same task says itself.</summary>
    public void Extend(TaskDraft draft, TableRow row)
    {
        Add(draft, row, null, ownOnly: true);
        if (draft is { StatusText.Length: 0, CompletedOn: null } && (row.HasOwn(RegisterField.Status) || row.HasOwn(RegisterField.CompletedOn)))
        {
            _completion.Read(draft, row, _planYear);
        }

        if (row.HasOwn(RegisterField.DueDate) && Date(row, RegisterField.DueDate, draft) is { } due && due != draft.DueDate)
        {
            AddDueDate(draft, due);
        }
    }

    // One day wins over the words; several days are words of their own, a line each.
    private static void AddDueDate(TaskDraft draft, DateOnly due)
    {
        if (draft.DueDate is null && draft.Times.Count == 0)
        {
            draft.DueDate = due;
            return;
        }

        if (draft.DueDate is { } first)
        {
            TaskDraft.AddOnce(draft.Times, Write(first));
            draft.DueDate = null;
        }

        TaskDraft.AddOnce(draft.Times, Write(due));
    }

    /// <summary>The words of a row's time, whether they stand in the time column, the due column or as ticks.</summary>
    public string TimeOf(TableRow row)
    {
        var time = row.Value(RegisterField.Time);
        if (IsUnstable(time) || (_dates.TryGetValue(RegisterField.Time, out var days) && days.Doubts(time)))
        {
            return "";
        }

        if (_layout.Columns.ContainsKey(RegisterField.Time) && DueWords(row) is { } instead)
        {
            return instead;
        }

        if (time.Stored.Has(CellTraits.MonthOnly))
        {
            return DateColumn.MonthOf(time);
        }

        if (!time.IsBlank)
        {
            return BareNumber().IsMatch(time.Text) && PeriodHeader().IsMatch(TimeHeader) ? $"{TimeHeader} {time.Text}" : time.Text;
        }

        var due = row.Value(RegisterField.DueDate);
        var words = _layout.Columns.ContainsKey(RegisterField.Time) ? ""
            : due.Stored.Has(CellTraits.MonthOnly) && !IsUnstable(due) ? DateColumn.MonthOf(due)
            : due.Stored.Kind == CellKind.Text && WrittenDate.Read(due.Text) is null ? due.Text : "";
        return words.Length > 0 ? words : string.Join("; ", row.Ticks.Where(tick => tick.Field == RegisterField.Time).Select(TickMarks.TimeOf));
    }

    /// <summary>"Quý II/2026" in the due column wins over the words of the time column as a day there does; null where it holds none.</summary>
    private string? DueWords(TableRow row)
    {
        var due = row.Value(RegisterField.DueDate);
        if (due.IsBlank || IsUnstable(due))
        {
            return null;
        }

        if (due.Stored.Has(CellTraits.MonthOnly))
        {
            return DateColumn.MonthOf(due);
        }

        return due.Stored.Kind == CellKind.Text && due.Text.Any(char.IsLetter) && WrittenDate.Read(due.Text) is null
            && DeadlineParser.ReadAlone(due.Text, _planYear ?? AnyYear) is { IsUnderstood: true } ? due.Text : null;
    }

    private static string AsWritten(TaskDraft above) => above.Times.Count == 0 && above.DueDate is { } due ? Write(due) : above.TimeText;

    private string TimeHeader => HeaderOf(RegisterField.Time);

    private string HeaderOf(RegisterField field) => VietnameseText.OneLine(_layout.Headers[_layout.Columns[field].First]);

    private void Add(TaskDraft draft, TableRow row, TaskDraft? above, bool ownOnly)
    {
        draft.HasLegacyText |= row.Cells.Any(cell => cell.Stored.Has(CellTraits.LegacyText));
        string Text(RegisterField field) => row.Value(field) is { } value && (value.IsOwn || !ownOnly) ? value.Text : "";

        // A real date, or a text made of today's, is read as in any column of times.
        var both = _layout.Columns.ContainsKey(RegisterField.Product) ? RegisterField.Product : RegisterField.Time;
        var combined = _layout.ProductWithTime is not null && row.Value(both) is { Stored.Kind: CellKind.Text } words && !IsUnstable(words)
            ? ProductAndTime.Read(Text(both)) : null;
        var productWords = combined?.Products ?? Text(RegisterField.Product);
        var products = TickMarks.IsDitto(productWords) && above is not null ? above.Products : ProductList.Split(productWords);
        foreach (var product in products)
        {
            if (!draft.Products.Contains(product))
            {
                draft.Products.Add(product);
            }
        }

        var helps = Text(RegisterField.Coordinating);
        if (_layout.HasNotesAmongCoordinating && helps.Length > 0 && !AgencyWordsIn(helps))
        {
            TaskDraft.AddOnce(draft.Notes, helps);
            helps = "";
        }

        // A nought or a dash names nobody.
        var leads = Text(RegisterField.Lead);
        TaskAgencies.Add(draft, row, above, leads.Any(char.IsLetter) || TickMarks.IsDitto(leads) ? leads : "", helps);
        var time = combined is not null ? combined.Time : ownOnly && !row.HasOwn(RegisterField.Time) && !row.HasOwn(RegisterField.DueDate) ? "" : TimeOf(row);
        TaskDraft.AddOnce(draft.Times, TickMarks.IsDitto(time) && above is not null ? AsWritten(above) : time);
        TaskDraft.AddOnce(draft.Results, Text(RegisterField.Result));
        TaskDraft.AddOnce(draft.Notes, Text(RegisterField.Note));
    }

    private static bool AgencyWordsIn(string text) => (CellNatures.OfWords(text) & CellNature.Agency) != 0;

    private DateOnly? Date(TableRow row, RegisterField field, TaskDraft draft)
    {
        if (!_dates.TryGetValue(field, out var column))
        {
            return null;
        }

        var value = row.Value(field);
        if (IsUnstable(value))
        {
            return null;
        }

        var (date, trouble) = column.Read(value);
        if (trouble is not null && !value.Stored.Has(CellTraits.MonthOnly))
        {
            if (field == RegisterField.ExtendedTo && TaskNotes.ExtensionIn(value.Text, _planYear) is { } extended)
            {
                return extended;
            }

            if (field == RegisterField.CompletedOn
                && (TickMarks.IsTick(value.Text) || TickMarks.IsNo(value.Text) || StatusParser.Read(value.Text).Progress != TaskProgress.Unknown))
            {
                return null;
            }
        }

        // Words in the only time column are the time's words, not a misspelt date.
        if (trouble is not null && !(field == RegisterField.DueDate && (draft.Times.Contains(value.Text) || draft.Times.Contains(DateColumn.MonthOf(value)))))
        {
            _findings.Add(trouble, value.Cell);
        }

        return date;
    }

    private void CheckDates(TaskDraft draft, TableRow row)
    {
        if (draft.ExtendedTo is { } extended && draft.DueDate is { } due && extended < due)
        {
            _findings.Add(RegisterFindings.ExtensionBeforeDue(DayText.Of(extended), DayText.Of(due)), row.Value(RegisterField.ExtendedTo).Cell);
        }
    }

    /// <summary>A day made of today's is another one tomorrow: it would be reminded of anew each day, and never be late.</summary>
    private static bool IsUnstable(FieldValue value) => value.Stored.Has(CellTraits.VolatileFormula);

    public static string Write(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:[0-9]{1,2}|[IV]{1,3})$")]
    private static partial Regex BareNumber();

    [GeneratedRegex("^(?:tháng|quý)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PeriodHeader();
}
