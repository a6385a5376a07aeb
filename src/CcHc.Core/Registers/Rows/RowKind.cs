using System.Text.RegularExpressions;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>What a row of a table is.</summary>
internal enum RowKind
{
    /// <summary>A row that says nothing of a task: column numbers, totals, an empty numbered line.</summary>
    Skipped,
    /// <summary>The name of a section (đề mục).</summary>
    Heading,
    /// <summary>A task's heading whose time or lead holds for the rows below it.</summary>
    Group,
    Task,
    /// <summary>More products, times or agencies of the task above.</summary>
    Continuation,
    /// <summary>More words of the task above.</summary>
    MoreText,
    /// <summary>Agencies or times without a task.</summary>
    WithoutTask,
    /// <summary>A note below the table (ghi chú).</summary>
    Finding,
    /// <summary>The signature or the list of recipients: the table has ended.</summary>
    Closing,
}

/// <summary>Tells the kinds of rows apart by their own cells and by what follows.</summary>
/// <param name="tableHasDetails">False in a table that gives no task a lead, time or product: there a bare row is a task.</param>
/// <param name="tableIsNumbered">True when most tasks carry a number.</param>
internal sealed partial class RowClassifier(bool tableHasDetails, bool tableIsNumbered)
{
    private const int LongestUnnumberedHeading = 60;

    /// <summary>Far longer than the words that open a list at a task's end.</summary>
    private const int LongestListOpening = 80;

    // The recipients on the left, one or two signatures on the right; a row with more is a task.
    private const int MostClosingCells = 3;

    /// <param name="above">The row of the last task read; null before the first.</param>
    public RowKind Classify(TableRow row, TableRow? next, TableRow? above)
    {
        if (IsSkipped(row))
        {
            return RowKind.Skipped;
        }

        if (IsClosing(row))
        {
            return RowKind.Closing;
        }

        return row.HasOwnDetails ? WithDetails(row, next, above) : Bare(row, next, above is not null);
    }

    private static bool IsSkipped(TableRow row) =>
        row.Cells.Length == 0
        || HeaderReader.IsColumnCodes(row.Cells)
        || (row.Cells.Length == 1 && !row.Number.IsNone && row.Task.IsBlank)
        || (row.Cells.Length == 1 && SumRows.IsPageNumber(row.Cells[0].Text) && !row.IsPeriod(row.Cells[0].Column))
        || SumRows.IsSum(row.Cells[0].Text)
        || (row.NumberText.Length == 0 && SumRows.IsSum(row.Task.Text));

    private static bool IsClosing(TableRow row) => row.NumberText.Length == 0 && IsClosing(row.Cells);

    /// <summary>True for the cells of a row that signs, or names the recipients.</summary>
    public static bool IsClosing(GridCell[] cells) => cells.Length <= MostClosingCells && cells.Any(cell =>
    {
        var lines = cell.Text.Split('\n');
        return Closing().IsMatch(VietnameseText.Fold(lines[0]))
            || (IsAllCapitals(lines[0]) && Office().IsMatch(VietnameseText.Fold(lines[0])));
    });

    private RowKind WithDetails(TableRow row, TableRow? next, TableRow? above)
    {
        var ownsTask = row.Task is { IsOwn: true, IsBlank: false };
        if (!ownsTask && row.Task.IsBlank && row.General is { IsOwn: true, IsBlank: false })
        {
            return RowKind.Task;
        }

        if (!ownsTask)
        {
            var isBlankButNumbered = row.Task.IsBlank && row.NumberText.Length > 0 && !row.Number.IsNone;
            if (row.Task.IsBlank && row.OnlyText is { } only && (row.IsMergedAcross || IsHeadingText(only.Text)))
            {
                return RowKind.Heading;
            }

            return isBlankButNumbered || above is null ? RowKind.WithoutTask : RowKind.Continuation;
        }

        // A task whose words were split over two rows has its details in the second.
        if (above is { HasOwnDetails: false, Number.IsNone: false } && row.Number.IsNone && char.IsLower(row.Task.Text[0])
            && above.Source.Number == row.Source.Number - 1)
        {
            return RowKind.Continuation;
        }

        // Both the task and its agency begin in the middle of a sentence: a page break cut the row in two.
        if (above is not null && tableIsNumbered && row.Number.IsNone && !row.IsBulleted && char.IsLower(row.Task.Text[0]) && row.BeginsWithinLead)
        {
            return RowKind.Continuation;
        }

        if (next is { HasOwnDetails: true } && (OpensItsList(row, next) || IsSectionWithLead(row, next)))
        {
            return RowKind.Group;
        }

        // Of two rows with details and numbers of one style the second is another task, not a list below the first.
        var opensList = next is { OwnsNumber: true, Task: { IsOwn: true, IsBlank: false } } && row.Number.IsParentOf(next.Number)
            && (next.Number.Style != row.Number.Style || next.Number.Style == NumberStyle.Dotted);
        var hasTime = row.HasOwn(RegisterField.Time) || row.HasOwn(RegisterField.DueDate);
        var leavesTime = next is { HasOwnDetails: true } && !next.HasOwn(RegisterField.Time) && !next.HasOwn(RegisterField.DueDate);
        // A task with its own agency whose steps name theirs gives them nothing: it is a task beside them.
        var givesNothing = row.HasOwn(RegisterField.Lead) && next is { } step && step.HasOwn(RegisterField.Lead)
            && !TickMarks.IsDitto(step.Value(RegisterField.Lead).Text) && !leavesTime;
        var isIncomplete = !row.HasOwn(RegisterField.Product) && !givesNothing && (leavesTime || !(hasTime && row.HasOwn(RegisterField.Lead)));
        var opensSteps = !hasTime && !row.HasOwn(RegisterField.Product) && !row.Number.IsNone && next is { IsBulleted: true, HasOwnDetails: true };
        return (opensList && isIncomplete) || opensSteps ? RowKind.Group : RowKind.Task;
    }

    /// <summary>"Chuẩn hóa hệ thống, bao gồm:" with more rows below.</summary>
    private static bool OpensItsList(TableRow row, TableRow next) =>
        (next.Task is { IsOwn: true, IsBlank: false } || !next.Number.IsNone) && !next.Number.IsParentOf(row.Number) && EndsOpen(row.TaskText);

    private static bool EndsOpen(string text)
    {
        var words = text.AsSpan().TrimEnd(" .:");
        return words.Length > 0 && (text.TrimEnd().EndsWith(':') || FoldedLetters.Of(words[^1]) is 'm' or 'g' or 'u' or 'y' or 'e')
            && ListOpening().IsMatch(VietnameseText.Fold(text[Math.Max(0, text.Length - LongestListOpening)..]));
    }

    /// <summary>"XIV | Giải quyết các điểm nghẽn | Sở X chủ trì": a section that names who leads it.</summary>
    private static bool IsSectionWithLead(TableRow row, TableRow next) =>
        row.Number.Style is NumberStyle.Roman or NumberStyle.UpperLetter or NumberStyle.Part && next.Number.Style != row.Number.Style
        && !row.HasOwn(RegisterField.Time) && !row.HasOwn(RegisterField.DueDate) && !row.HasOwn(RegisterField.Product);

    private RowKind Bare(TableRow row, TableRow? next, bool hasTaskAbove)
    {
        var text = row.OnlyText?.Text ?? (row.Task.IsBlank ? row.General.Text : row.Task.Text);
        if (Finding().IsMatch(VietnameseText.Fold(text)))
        {
            return RowKind.Finding;
        }

        if (row.Task is not { IsOwn: true, IsBlank: false } && row.OnlyText is null && row.General is not { IsOwn: true, IsBlank: false })
        {
            return hasTaskAbove ? RowKind.Continuation : RowKind.Skipped;
        }

        // A numbered line that ends the table heads nothing, though it be in capitals.
        if (next is null && hasTaskAbove
            && row is { Number.Style: NumberStyle.Integer, IsMergedAcross: false, Task: { IsOwn: true, IsBlank: false }, StandsInNumberColumn: false })
        {
            return RowKind.Task;
        }

        if (row.IsMergedAcross || IsHeadingText(text) || row.Number.Style is NumberStyle.Part or NumberStyle.Roman or NumberStyle.UpperLetter)
        {
            return RowKind.Heading;
        }

        if (row.StandsInNumberColumn)
        {
            return StandsOverTasks(row, next) ? RowKind.Heading : RowKind.Skipped;
        }

        if (row.Task is not { IsOwn: true, IsBlank: false })
        {
            return row.General is { IsOwn: true, IsBlank: false } ? RowKind.Heading : hasTaskAbove ? RowKind.Continuation : RowKind.Skipped;
        }

        if (next is not null
            && ((next.OwnsNumber && row.Number.IsParentOf(next.Number)) || (!row.Number.IsNone && next is { IsBulleted: true, HasOwnDetails: true })))
        {
            return RowKind.Heading;
        }

        if (tableHasDetails && TaskAreaParser.IsHeading(row.TaskText) && row.TaskText.Length <= LongestUnnumberedHeading * 2)
        {
            return RowKind.Heading;
        }

        return row.Number.IsNone ? BareUnnumbered(row, next, hasTaskAbove) : RowKind.Task;
    }

    /// <summary>Words in the number column head the tasks below them; "Trang 2" and stray words below the table do not.</summary>
    private bool StandsOverTasks(TableRow row, TableRow? next) =>
        !Page().IsMatch(VietnameseText.Fold(row.Task.Text))
        && (TaskAreaParser.IsHeading(row.TaskText)
            || (next is not null && ((next.OwnsNumber && row.Number.IsParentOf(next.Number)) || (tableHasDetails && next.HasOwnDetails))));

    private RowKind BareUnnumbered(TableRow row, TableRow? next, bool hasTaskAbove)
    {
        if (hasTaskAbove && tableHasDetails && (char.IsLower(row.Task.Text[0]) || row.IsBulleted))
        {
            return RowKind.MoreText;
        }

        var isHeading = row.TaskText.EndsWith(':')
            || (tableHasDetails && next is { HasOwnDetails: true } && (tableIsNumbered || row.TaskText.Length <= LongestUnnumberedHeading));
        return isHeading ? RowKind.Heading : RowKind.Task;
    }

    /// <summary>A text that is a heading wherever it stands: a Roman number in front, or capitals throughout.</summary>
    private static bool IsHeadingText(string text) =>
        TaskNumber.Cut(text).Number.Style is NumberStyle.Roman or NumberStyle.Part or NumberStyle.UpperLetter || IsAllCapitals(text);

    private static bool IsAllCapitals(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        return letters.Count >= 4 && text.Contains(' ', StringComparison.Ordinal) && !letters.Any(char.IsLower);
    }

    [GeneratedRegex(@"(?::|\b(?:bao gom|gom|gom cac noi dung|nhu sau|sau day|cu the(?: nhu sau)?|gom cac nhiem vu(?: sau)?) ?[:.]?)$")]
    private static partial Regex ListOpening();

    [GeneratedRegex(@"^(\(?\*+\)?|-)? ?(ghi chu|luu y|chu thich)\b ?[0-9]* ?([:.(*]|$)|^\(\*+\)")]
    private static partial Regex Finding();

    [GeneratedRegex(@"^(noi nhan ?:?|tm\.|kt\.|tl\.|tuq\.|nguoi lap( bieu| bang| ke hoach)?$|\(?da ky\)?$|\(ky|[^,:;]{2,40}, ngay .{0,6}thang .{0,6}nam( 20[0-9.…]*)?$)")]
    private static partial Regex Closing();

    [GeneratedRegex("^trang [0-9]+")]
    private static partial Regex Page();

    [GeneratedRegex(@"^(pho )?(chu tich|giam doc|thu truong|chanh van phong|truong phong)\b")]
    private static partial Regex Office();
}
