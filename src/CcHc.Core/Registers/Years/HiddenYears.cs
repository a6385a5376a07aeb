using System.Globalization;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Years;

/// <summary>
/// Days whose cell shows no year (năm bị ẩn): the reader of the sheet takes the plan's, Excel stored that of the day of typing. Where they differ the officer
/// is told; a deadline follows what is shown, a day of completion what is stored.
/// </summary>
internal static class HiddenYears
{
    private static readonly RegisterField[] Fields = [RegisterField.Time, RegisterField.DueDate, RegisterField.ExtendedTo, RegisterField.CompletedOn];

    public static void Settle(TaskDraft draft, int? planYear, FindingList findings)
    {
        foreach (var field in Fields)
        {
            var value = draft.Row.Value(field);
            if (value.IsBlank || !value.Stored.Has(CellTraits.YearHidden) || value.Stored.Number < 1)
            {
                continue;
            }

            var stored = DateTime.FromOADate(value.Stored.Number);
            if (stored.Year == planYear)
            {
                continue;
            }

            var shown = value.Stored.Kind == CellKind.Date ? stored.ToString("dd/MM", CultureInfo.InvariantCulture) : value.Text;
            findings.Add(RegisterFindings.YearHidden(shown, stored.Year, planYear), value.Cell);
            if (planYear is { } year && field is RegisterField.Time or RegisterField.DueDate)
            {
                ShowWithoutYear(draft, value, shown, year, stored);
            }
        }
    }

    private static void ShowWithoutYear(TaskDraft draft, FieldValue value, string shown, int planYear, DateTime stored)
    {
        if (draft.Times.IndexOf(value.Text) is >= 0 and var at)
        {
            draft.Times[at] = shown;
        }

        if (draft.DueDate == DateOnly.FromDateTime(stored))
        {
            draft.DueDate = stored.Day <= DateTime.DaysInMonth(planYear, stored.Month) ? new DateOnly(planYear, stored.Month, stored.Day) : null;
        }
    }
}
