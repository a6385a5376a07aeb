using CcHc.Core.Findings;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Years;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers;

/// <summary>Findings about whole sheets and the whole workbook: no register, no year.</summary>
internal static class WorkbookLint
{
    /// <param name="nameYear">The year the file's or folder's name gives.</param>
    public static IEnumerable<Finding> Check(WorkbookContent workbook, IReadOnlyList<SheetReading> readings, int taskCount, int? nameYear)
    {
        var isRegister = readings.Any(reading => reading.Tables.Count > 0);
        foreach (var reading in readings)
        {
            foreach (var finding in SheetFindings(reading, isRegister, nameYear, workbook))
            {
                yield return finding.At(workbook.Path, reading.Sheet.Name, null);
            }
        }

        if (!isRegister && !readings.Any(reading => reading.IsTimetable || reading.Overlooked is not null))
        {
            yield return RegisterFindings.NotARegister.At(workbook.Path, null, null);
        }
        else if (isRegister && taskCount == 0)
        {
            yield return RegisterFindings.NoTasks.At(workbook.Path, null, null);
        }
    }

    private static IEnumerable<FindingTemplate> SheetFindings(SheetReading reading, bool isRegister, int? nameYear, WorkbookContent workbook)
    {
        if (reading.IsTimetable)
        {
            yield return RegisterFindings.Timetable;
        }
        else if (reading.Overlooked is { } overlooked)
        {
            yield return overlooked;
        }
        else if (reading.Tables.Count == 0 && isRegister)
        {
            yield return RegisterFindings.SheetNotRead;
        }
        else if (reading.Tables.Any(table => table.Drafts.Count > 0))
        {
            if (reading.PlanYear is null)
            {
                yield return PlanYearParser.IsSpan(reading.Title.Text) || PlanYearParser.IsSpan(workbook.FileName)
                    ? RegisterFindings.PlanOfSeveralYears : RegisterFindings.PlanYearUnknown;
            }
            else if (reading.Title.PlanYear is { } title && nameYear is { } name && title != name)
            {
                yield return RegisterFindings.PlanYearsDiffer(title, name);
            }
        }
    }
}
