using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Tables;

/// <summary>One column, or several under one merged header cell, with what its texts say.</summary>
/// <param name="Word">The lowest text of the header.</param>
/// <param name="Meanings">Everything the header may mean, the likeliest first; empty when nobody knows it.</param>
/// <param name="Tick">The field a tick in this column fills with <paramref name="Word"/>; null for an ordinary column.</param>
internal sealed record HeaderColumn(ColumnSpan Span, string Word, IReadOnlyList<HeaderMeaning> Meanings, RegisterField? Tick)
{
    /// <summary>The texts above <see cref="Word"/>; empty for a header of one text.</summary>
    public string Group { get; init; } = "";

    public HeaderMeaning? Meaning => Meanings.Count > 0 ? Meanings[0] : null;
}

/// <summary>Reads a header's columns, and decides which of several columns with one meaning keeps it.</summary>
internal static partial class HeaderColumns
{
    private static readonly string[] EndWords = ["hoan thanh", "ket thuc", "den", "den ngay", "xong", "phai hoan thanh"];
    private static readonly string[] PlanWords =
        ["theo ke hoach", "ke hoach", "theo kh", "kh", "du kien", "ban dau", "goc", "cu", "yeu cau", "theo yeu cau", "quy dinh", "theo quy dinh",
            "phai hoan thanh"];
    private static readonly string[] StartWords = ["giao", "ngay giao", "nhan", "tu", "tu ngay", "duoc giao"];
    private static readonly string[] ActualWords =
        ["thuc te", "thuc hien", "th", "theo thuc te", "da hoan thanh", "thuc te hoan thanh", "hoan thanh thuc te", "thuc hien thuc te", "thuc te thuc hien"];
    private static readonly string[] NewWords = ["dieu chinh", "moi", "gia han", "gia han den", "sau dieu chinh", "lui den", "dieu chinh den"];
    private static readonly RegisterField[] Ticked =
        [RegisterField.Lead, RegisterField.Coordinating, RegisterField.Following, RegisterField.Time, RegisterField.Status];

    public static IReadOnlyList<HeaderColumn> Read(SheetGrid grid, int firstRow, int lastRow)
    {
        var columns = new List<HeaderColumn>();
        var used = grid.RowsBetween(firstRow, lastRow).SelectMany(grid.OwnCells)
            .Select(cell => (cell.Column, Last: grid.MergeAt(cell.Row, cell.Column)?.LastColumn ?? cell.Column)).ToList();
        var lastColumn = Math.Min(used.Max(cell => cell.Last), used.Max(cell => cell.Column) + 30);
        GridCell? before = null;
        for (var column = used.Min(cell => cell.Column); column <= lastColumn; column++)
        {
            var stack = Stack(grid, firstRow, lastRow, column);
            if (stack.Count == 0)
            {
                before = null;
                continue;
            }

            var leaf = stack[^1];
            if (before is { } left && left.Row == leaf.Row && left.Column == leaf.Column)
            {
                columns[^1] = columns[^1] with { Span = new ColumnSpan(columns[^1].Span.First, column) };
            }
            else
            {
                columns.Add(Column(column, leaf.Text, string.Join(' ', stack.SkipLast(1).Select(cell => cell.Text))));
            }

            before = leaf;
        }

        return columns;
    }

    public static TableLayout Resolve(IReadOnlyList<HeaderColumn> headers, int firstRow, int lastRow)
    {
        var columns = new Dictionary<RegisterField, ColumnSpan>();
        var agencies = new List<(ColumnSpan, string)>();
        foreach (var header in headers.Where(header => header.Meaning is not null).OrderByDescending(header => header.Meaning!.Strength))
        {
            var field = header.Meaning!.Field;
            if (field is RegisterField.Following || (field == RegisterField.Lead && columns.ContainsKey(field)))
            {
                // A person beside an agency is not written to.
                if (header.Meaning.Strength > RegisterLayout.Person)
                {
                    agencies.Add((header.Span, VietnameseText.OneLine(header.Word)));
                }
            }
            else if (!columns.TryAdd(field, header.Span))
            {
                KeepSecond(columns, header);
            }
        }

        var ticks =
            headers.Where(
                header => header.Tick is not null && !(header.Tick == RegisterField.Lead && header.Meaning is null && columns.ContainsKey(RegisterField.Lead)))
                .Select(header => new TickColumn(header.Span.First, header.Tick!.Value, VietnameseText.OneLine(header.Word))).ToList();
        var unread = headers.Where(header => header.Meaning is null && header.Tick is null).Select(header => VietnameseText.OneLine(header.Word)).ToList();
        var words = headers.ToDictionary(header => header.Span.First, header => header.Word);
        var layout = new TableLayout(firstRow, lastRow, columns, Candidates(headers), agencies, ticks, words, unread) { HeaderColumns = headers };
        return LoneCompletionDay(layout);
    }

    // With no other time and no status the day of completion is the day asked for.
    public static TableLayout LoneCompletionDay(TableLayout layout) =>
        layout.Columns.TryGetValue(RegisterField.CompletedOn, out var span) && !layout.Has(RegisterField.Time) && !layout.Has(RegisterField.DueDate)
            && !layout.Has(RegisterField.Status)
            ? layout.Without(RegisterField.CompletedOn).With(RegisterField.DueDate, span)
            : layout;

    private static void KeepSecond(Dictionary<RegisterField, ColumnSpan> columns, HeaderColumn header)
    {
        if (header.Meaning is { Field: RegisterField.Time, Strength: 1 })
        {
            _ = columns.TryAdd(RegisterField.Status, header.Span) || columns.TryAdd(RegisterField.Result, header.Span);
        }
        else if (header.Meaning!.Field == RegisterField.Product)
        {
            columns.TryAdd(RegisterField.Result, header.Span);
        }
    }

    /// <summary>Columns that may hold the task's words, the surest first; the rows decide between them.</summary>
    private static List<ColumnSpan> Candidates(IReadOnlyList<HeaderColumn> headers)
    {
        var tasks = headers.Where(header => header.Meaning?.Field == RegisterField.Task).OrderByDescending(header => header.Meaning!.Strength).ToList();
        return [.. tasks.Where(header => header.Meaning!.Strength > 1 || tasks[0].Meaning!.Strength == 1).Select(header => header.Span)];
    }

    private static HeaderColumn Column(int column, string word, string group)
    {
        var span = new ColumnSpan(column, column);
        if (group.Length == 0)
        {
            var meanings = HeaderMeanings.Of(word);
            var value = meanings.Count > 0 ? (RegisterField?)null
                : HeaderReader.IsTimeHeader(word) ? RegisterField.Time : HeaderReader.IsValueHeader(word) ? RegisterField.Lead : null;
            return new HeaderColumn(span, word, meanings, value);
        }

        var above = HeaderMeanings.Of(group) is [var first, ..] ? first : null;
        var (read, tick) = BelowGroup(word, group, above);
        return new HeaderColumn(span, tick is null ? word : WithUnit(word, group), read, tick) { Group = group };
    }

    private static (IReadOnlyList<HeaderMeaning> Meanings, RegisterField? Tick) BelowGroup(string word, string group, HeaderMeaning? above)
    {
        var folded = RegisterLayout.Fold(word);
        if (above?.Field is RegisterField.Time or RegisterField.DueDate)
        {
            if (EndWords.Contains(folded) || PlanWords.Contains(folded))
            {
                return ([above], null);
            }

            if (StartWords.Contains(folded))
            {
                return ([new HeaderMeaning(RegisterField.Start, 3)], null);
            }

            if (ActualWords.Contains(folded) || NewWords.Contains(folded))
            {
                return ([new HeaderMeaning(NewWords.Contains(folded) ? RegisterField.ExtendedTo : RegisterField.CompletedOn, 3)], null);
            }
        }

        var own = HeaderMeanings.Of(word);
        if (own is [{ Field: not RegisterField.Task }, ..] && above?.Field != RegisterField.Task)
        {
            return (own, null);
        }

        var both = HeaderMeanings.Of($"{group} {word}");
        if (above is not null && own.Count == 0 && Ticked.Contains(above.Field) && (both.Count == 0 || both[0].Field == above.Field))
        {
            return ([], above.Field);
        }

        return (both.Count > 0 ? both : own, null);
    }

    /// <summary>"3" below "Tháng" is the month of March, "II" below "Quý" the second quarter.</summary>
    private static string WithUnit(string word, string group) =>
        BareNumber().IsMatch(word) && PeriodUnit().Matches(group) is [var unit] ? $"{unit.Value} {word}" : word;

    private static List<GridCell> Stack(SheetGrid grid, int firstRow, int lastRow, int column)
    {
        var stack = new List<GridCell>();
        for (var row = firstRow; row <= lastRow; row++)
        {
            var cell = grid.At(row, column);
            if (row > firstRow && row == lastRow && cell.IsBlank && stack.Count == 0)
            {
                break;
            }

            if (!cell.IsBlank && !stack.Contains(cell))
            {
                stack.Add(cell);
            }
        }

        // A group written without merging: its text stands over its first column only.
        if (lastRow > firstRow && stack.Count == 1 && stack[0].Row > firstRow)
        {
            for (var left = column - 1; left >= 1 && grid.MergeAt(firstRow, left) is null; left--)
            {
                if (grid.At(firstRow, left) is { IsBlank: false } group)
                {
                    stack.Insert(0, group);
                    break;
                }
            }
        }

        return stack;
    }

    [GeneratedRegex("^(?:[0-9]{1,2}|I{1,3}|IV)$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"\b(?:tháng|quý)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PeriodUnit();
}
