using CcHc.Core.Findings;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Registers.Years;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers;

/// <summary>Reads a workbook's task registers (sổ theo dõi nhiệm vụ): rows → tasks and findings; a bad row never stops the others.</summary>
public static class RegisterParser
{
    /// <param name="registerName">What task keys begin with; the path without its extension when null. Give a fixed one to a register that moves.</param>
    /// <param name="hints">What the office knows beside the workbook; null for nothing.</param>
    public static RegisterReading Parse(WorkbookContent workbook, string? registerName = null, ReadingHints? hints = null)
    {
        hints ??= new ReadingHints(null, ColumnAnswers.None, "");
        if (workbook.IsOwnOutput)
        {
            return new RegisterReading(workbook.Path, workbook.Hash, "", null, false, [], [RegisterFindings.OwnOutput.At(workbook.Path, null, null)]);
        }

        var natures = hints.Natures;
        var findings = new List<Finding>();
        var tasks = new List<RegisterTask>();
        var readings = new List<SheetReading>();
        var identity = new TaskIdentity(registerName ?? TaskKeys.RegisterOf(workbook.Path));
        var nameYear = PlanYearParser.InName(workbook.FileName) ?? YearOfFolder(workbook.Path);
        var (size, isWhole, plan) = (new SheetSize(), true, "");
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Rows.Count > 0))
        {
            var own = new FindingList(workbook.Path, sheet.Name);
            if (sheet.IsHidden)
            {
                own.Add(RegisterFindings.HiddenSheet);
            }
            else if (!size.Add(sheet))
            {
                isWhole = false;
                own.Add(RegisterFindings.SheetTooLarge(SheetSize.MostRows));
            }
            else
            {
                var reading = SheetReader.Read(sheet, own, nameYear, natures, hints.Columns);
                readings.Add(reading);
                plan = reading.Title.Plan.Length > 0 ? reading.Title.Plan : plan;
                tasks.AddRange(Tasks(reading, workbook.Path, plan.Length > 0 ? plan : reading.Title.Text, identity, own));
            }

            findings.AddRange(own.All);
        }

        var registers = readings.Where(reading => reading.Tables.Count > 0).ToList();
        if (isWhole || registers.Count > 0)
        {
            findings.AddRange(WorkbookLint.Check(workbook, readings, tasks.Count, nameYear));
        }

        var title = registers.Select(reading => reading.Title.Text).FirstOrDefault(text => text.Length > 0) ?? "";
        var year = registers.Select(reading => reading.PlanYear).FirstOrDefault(found => found is not null) ?? nameYear;
        return new RegisterReading(workbook.Path, workbook.Hash, title, year, registers.Count > 0, tasks, findings)
        {
            Columns = ColumnFindings.Of(registers.SelectMany(reading => reading.Tables).Select(table => table.Layout)),
        };
    }

    private static IEnumerable<RegisterTask> Tasks(SheetReading reading, string path, string plan, TaskIdentity identity, FindingList findings)
    {
        if (reading.Tables.Count == 0)
        {
            return [];
        }

        foreach (var table in reading.Tables)
        {
            RegisterLint.Check(table, findings);
        }

        var hidden = reading.Sheet.Rows.Where(row => row.IsHidden).Select(row => row.Number).ToHashSet();
        var drafts = reading.Tables.SelectMany(table => table.Drafts).ToList();
        if (drafts.Count(draft => hidden.Contains(draft.Row.Source.Number)) is > 0 and var count)
        {
            findings.Add(RegisterFindings.HiddenRows(count));
        }

        var year = reading.PlanYear;
        foreach (var table in reading.Tables)
        {
            FilledYears.Check(table.Drafts, findings);
            foreach (var draft in table.Drafts)
            {
                HiddenYears.Settle(draft, year, findings);
            }
        }

        var keys = identity.Assign(reading.Sheet.Name, drafts, findings);
        return drafts.Select((draft, i) => Task(draft, keys[i], path, reading.Sheet.Name, plan, year));
    }

    private static RegisterTask Task(TaskDraft draft, string key, string path, string sheet, string plan, int? year) => new()
    {
        Key = key,
        Place = new SourcePlace(path, sheet, draft.Row.Source.Number, draft.TaskCell, draft.Times.Count > 0 || draft.TimeCell.Length > 0
            ? draft.TimeCell : draft.TaskCell, draft.LeadCell, draft.CompletedCell)
        {
            StatusCell = draft.StatusCell, ExtendedCell = draft.ExtendedCell,
        },
        Number = draft.Number.Text,
        Section = draft.Section,
        SectionKey = draft.SectionKey,
        Area = draft.Area,
        Plan = plan,
        Text = draft.Text,
        Products = draft.Products.ToArray(),
        LeadText = draft.LeadText,
        CoordinatingText = string.Join('\n', draft.Coordinating),
        AreaLeadText = draft.AreaLead,
        TimeText = draft.TimeText,
        PlanYear = year,
        DueDate = draft.DueDate,
        ExtendedTo = draft.ExtendedTo,
        StatusText = draft.StatusText,
        Status = draft.Status,
        CompletedOn = draft.CompletedOn,
        IsDoneByDayAlone = draft.IsDoneByDayAlone,
        DoneThrough = draft.DoneThrough,
        MayBeDone = draft.MayBeDone,
        HasLegacyText = draft.HasLegacyText,
        ResultText = string.Join('\n', draft.Results),
        Note = string.Join('\n', draft.Notes),
    };

    /// <summary>Of the nearest folder that names one year.</summary>
    private static int? YearOfFolder(string path) =>
        path.Split('/').SkipLast(1).Reverse().Select(PlanYearParser.InName).FirstOrDefault(year => year is not null);
}
