using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>One column, or several under one merged header cell, with what its texts say.</summary>
/// <param name="Word">The lowest text of the header.</param>
/// <param name="Tick">The field a tick in this column fills with <paramref name="Word"/>; null for an ordinary column.</param>
internal sealed record HeaderColumn(ColumnSpan Span, string Word, HeaderMeaning? Meaning, RegisterField? Tick);

/// <summary>Reads a header's columns, and decides which of several columns with one meaning keeps it.</summary>
internal static partial class HeaderColumns
{
    private static readonly string[] EndWords = ["hoan thanh", "ket thuc", "den", "den ngay", "xong", "phai hoan thanh"];
    private static readonly RegisterField[] Ticked = [RegisterField.Lead, RegisterField.Coordinating, RegisterField.Following, RegisterField.Time, RegisterField.Status];

    public static IReadOnlyList<HeaderColumn> Read(SheetGrid grid, int firstRow, int lastRow)
    {
        var columns = new List<HeaderColumn>();
        var used = grid.RowsBetween(firstRow, lastRow).SelectMany(grid.OwnCells).Select(cell => (cell.Column, Last: grid.MergeAt(cell.Row, cell.Column)?.LastColumn ?? cell.Column)).ToList();
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

        var ticks = headers.Where(header => header.Tick is not null && !(header.Tick == RegisterField.Lead && header.Meaning is null && columns.ContainsKey(RegisterField.Lead)))
            .Select(header => new TickColumn(header.Span.First, header.Tick!.Value, VietnameseText.OneLine(header.Word))).ToList();
        var unread = headers.Where(header => header.Meaning is null && header.Tick is null).Select(header => VietnameseText.OneLine(header.Word)).ToList();
        var words = headers.ToDictionary(header => header.Span.First, header => header.Word);
        var layout = new TableLayout(firstRow, lastRow, columns, Candidates(headers), agencies, ticks, words, unread);
        return LoneCompletionDay(layout);
    }

    // With no other time and no status the day of completion is the day asked for.
    private static TableLayout LoneCompletionDay(TableLayout layout) =>
        layout.Columns.TryGetValue(RegisterField.CompletedOn, out var span) && !layout.Has(RegisterField.Time) && !layout.Has(RegisterField.DueDate) && !layout.Has(RegisterField.Status)
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
        var own = RegisterLayout.Recognise(word);
        if (group.Length == 0)
        {
            var value = own is not null ? (RegisterField?)null : HeaderReader.IsTimeHeader(word) ? RegisterField.Time : HeaderReader.IsValueHeader(word) ? RegisterField.Lead : null;
            return new HeaderColumn(span, word, own, value);
        }

        var above = RegisterLayout.Recognise(group);
        if (above?.Field == RegisterField.Time && EndWords.Contains(RegisterLayout.Fold(word)))
        {
            return new HeaderColumn(span, word, above, null);
        }

        var both = RegisterLayout.Recognise($"{group} {word}");
        if (own is { Field: not RegisterField.Task } && !(above?.Field == RegisterField.Task))
        {
            return new HeaderColumn(span, word, own, null);
        }

        if (above is not null && own is null && Ticked.Contains(above.Field) && (both is null || both.Field == above.Field))
        {
            return new HeaderColumn(span, WithUnit(word, group), null, above.Field);
        }

        return new HeaderColumn(span, word, both ?? own, null);
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
