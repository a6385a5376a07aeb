using System.Globalization;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Rows;

/// <summary>
/// Numbers a spreadsheet took for amounts (số thứ tự mất số 0): "1.10" typed after "1.9" is stored as 1.1. Where such a number repeats an earlier one and the
/// row above says which must follow, that one is meant.
/// </summary>
internal static class NumbersAsTyped
{
    /// <summary>"1.10" for a stored 1.1 right after 1.9; null for a number that is what it seems.</summary>
    /// <param name="above">The number in the row above.</param>
    public static TaskNumber? After(TaskNumber above, TaskNumber number, CellKind kind)
    {
        if (kind != CellKind.Number || number.Style != NumberStyle.Dotted || above.Style != NumberStyle.Dotted)
        {
            return null;
        }

        var (parent, last) = Split(above.Text);
        var (ownParent, own) = Split(number.Text);
        var isCut = parent == ownParent && last > 0 && own > 0 && (last + 1) % 10 == 0 && own * 10 == last + 1;
        return isCut ? number with { Text = string.Create(CultureInfo.InvariantCulture, $"{parent}.{last + 1}") } : null;
    }

    private static (string Parent, int Last) Split(string number)
    {
        var dot = number.LastIndexOf('.');
        return (number[..dot], int.TryParse(number[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : -1);
    }
}
