using System.Globalization;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Registers;

/// <summary>
/// Decides whether a row's task is done and since when (kết quả thực hiện), from every column that may say so. The status column speaks first, then the day of
/// completion, the result, the time and the note. What contradicts it or may mean done without saying so is told with its cell; the task then stays open and no
/// head is written to.
/// </summary>
internal sealed class TaskCompletion(TableLayout layout, IReadOnlyList<TableRow> rows, IReadOnlyDictionary<RegisterField, DateColumn> dates,
    FindingList findings)
{
    /// <summary>A table has few times, and most of them are times and nothing else.</summary>
    private static readonly ReadOnce<bool> SilentTimes = new(StatusParser.NeverSaysDone);

    /// <summary>Shares written 80, 60, 100: then a bare 1 is one of a hundred.</summary>
    private readonly bool _countsToHundred = layout.Has(RegisterField.Status)
        && rows.Any(row => row.Value(RegisterField.Status) is { IsBlank: false, Stored: { Kind: CellKind.Number, Number: > 1 } });

    /// <summary>Some task cells are green and most are not: the colour says something.</summary>
    private readonly bool _asksOfGreen = rows.Count(row => row.Task.Stored.Has(CellTraits.GreenFill)) is > 0 and var green
        && green * 2 <= rows.Count(row => !row.Task.IsBlank);

    public void Read(TaskDraft draft, TableRow row, int? year)
    {
        var status = OfStatus(draft, row, year);
        var completed = OfCompletedOn(draft, row, year);
        foreach (var said in (ReadOnlySpan<Statement?>)[completed, Say(draft, row, RegisterField.Result, year), Say(draft, row, RegisterField.Time, year),
            Say(draft, row, RegisterField.Note, year)])
        {
            if (said is not null)
            {
                Weigh(draft, ref status, said);
            }
        }

        if (status is null or { Reading: { Progress: TaskProgress.Open or TaskProgress.InProgress, DoneThrough: null } } && _asksOfGreen
            && row.Task.Stored.Has(CellTraits.GreenFill) && !draft.MayBeDone)
        {
            draft.MayBeDone = true;
            findings.Add(RegisterFindings.GreenRow, draft.TaskCell);
        }

        draft.Status = status?.Reading.Progress ?? TaskProgress.Open;
        draft.DoneThrough = status?.Reading.DoneThrough;
        draft.StatusText = status?.Text ?? "";
        if (draft.Status == TaskProgress.Unknown)
        {
            draft.MayBeDone = true;
            findings.Add(RegisterFindings.StatusUnknown(VietnameseText.OneLine(status!.Text)), status.Cell);
        }

        SetDay(draft, row, status, completed);
    }

    /// <summary>A further statement fills a blank status; one that says done where the status says otherwise is asked about.</summary>
    private void Weigh(TaskDraft draft, ref Statement? status, Statement said)
    {
        var isDone = said.Reading.Progress is TaskProgress.Done or TaskProgress.Dropped || said.Reading.DoneThrough is not null;
        if (status is null)
        {
            if (isDone
                || (said.Field is RegisterField.CompletedOn or RegisterField.Result && said.Reading.Progress is TaskProgress.InProgress or TaskProgress.Open))
            {
                status = said;
                if (said.Field is RegisterField.Note or RegisterField.Time)
                {
                    findings.Add(said.Field == RegisterField.Note
                        ? RegisterFindings.NoteSaysDone(Quote(said)) : RegisterFindings.DoneInOtherColumn(said.Header, Quote(said)), said.Cell);
                    draft.Times.RemoveAll(words => said.Field == RegisterField.Time && words == said.Text);
                }
            }
            else if (said.Reading.Progress == TaskProgress.Unknown && StatusParser.MayMeanDone(said.Text))
            {
                Ask(draft, said);
            }
        }
        else if (status.Reading is { Progress: TaskProgress.Open or TaskProgress.InProgress or TaskProgress.Unknown, DoneThrough: null }
            && said.Field != RegisterField.Time
            && (isDone
                || (said.Reading.Progress == TaskProgress.Unknown && status.Reading.Progress == TaskProgress.Open && StatusParser.MayMeanDone(said.Text))))
        {
            draft.MayBeDone = true;
            findings.Add(
                said is { Field: RegisterField.CompletedOn, Reading.Day: not null }
                    ? RegisterFindings.CompletedButOpen : RegisterFindings.SaidTwice(Quote(status), said.Header, Quote(said)), said.Cell);
        }
    }

    private void Ask(TaskDraft draft, Statement said)
    {
        draft.MayBeDone = true;
        findings.Add(said.Field == RegisterField.Note
            ? RegisterFindings.NoteMayBeDone(Quote(said)) : RegisterFindings.PerhapsDone(said.Header, Quote(said)), said.Cell);
    }

    private Statement? OfStatus(TaskDraft draft, TableRow row, int? year)
    {
        var value = row.Value(RegisterField.Status);
        if (!value.IsBlank)
        {
            return OfCell(draft, RegisterField.Status, value, year);
        }

        foreach (var tick in row.Ticks.Where(tick => tick.Field == RegisterField.Status))
        {
            var written = StatusTick.Read(tick.Written, tick.Word);
            if (written is TaskProgress.Done or TaskProgress.InProgress || TickMarks.IsTick(tick.Written))
            {
                return new Statement(RegisterField.Status, StatusParser.Read(tick.Word, year, "", About(draft)), tick.Word, tick.Word, tick.Cell);
            }
        }

        return null;
    }

    private Statement? OfCompletedOn(TaskDraft draft, TableRow row, int? year)
    {
        if (!dates.TryGetValue(RegisterField.CompletedOn, out var column) || row.Value(RegisterField.CompletedOn) is not { IsBlank: false } value)
        {
            return null;
        }

        var (header, cell) = (HeaderOf(RegisterField.CompletedOn), value.Cell);
        Statement Said(StatusReading reading) => new(RegisterField.CompletedOn, reading, value.Text, header, cell);
        if (value.Stored.Has(CellTraits.VolatileFormula))
        {
            return Said(new StatusReading(TaskProgress.Done)) with { Text = "", IsDay = true };
        }

        if (column.Doubts(value))
        {
            // Which of its two days it is nobody knows; that somebody typed one says done, even where the day as shown lies ahead.
            return Said(new StatusReading(TaskProgress.Done, column.Read(value).Date)) with { Text = "", IsDay = true, MayBeTurned = true };
        }

        var (day, trouble) = column.Read(value);
        day ??= value.Stored.Kind == CellKind.Text ? CompletionDay.Whole(VietnameseText.Fold(value.Text), year) : null;
        if (day is not null)
        {
            return Said(new StatusReading(TaskProgress.Done, day)) with { Text = "", IsDay = true };
        }

        var reading = value.Stored.Kind == CellKind.Number
            ? new StatusReading(value.Stored.Number is 0 or 1 ? StatusParser.Read(value.Stored.Number) : TaskProgress.Unknown)
            : StatusParser.Read(value.Text, year, header, About(draft));
        if (reading.Progress == TaskProgress.Unknown && trouble is not null)
        {
            draft.MayBeDone = true;
            findings.Add(trouble, cell);
            return null;
        }

        return Said(reading);
    }

    /// <summary>What a column of another meaning says; null when it is blank or says nothing of it.</summary>
    private Statement? Say(TaskDraft draft, TableRow row, RegisterField field, int? year)
    {
        var value = row.Value(field);
        if (value.IsBlank || (field is RegisterField.Time or RegisterField.Note or RegisterField.Result && value.Stored.Kind != CellKind.Text))
        {
            return null;
        }

        if (field == RegisterField.Time && SilentTimes.Of(value.Text))
        {
            return null;
        }

        var reading = StatusParser.Read(value.Text, year, "", About(draft));
        return field == RegisterField.Time && reading.Progress != TaskProgress.Done ? null
            : new Statement(field, reading, value.Text, HeaderOf(field), value.Cell);
    }

    private Statement OfCell(TaskDraft draft, RegisterField field, FieldValue value, int? year)
    {
        var header = HeaderOf(field);
        if (value.Stored.Kind == CellKind.Number && !value.Stored.Has(CellTraits.ShownWords))
        {
            return new Statement(field, new StatusReading(StatusParser.Read(value.Stored.Number, _countsToHundred)), value.Text, header, value.Cell);
        }

        // "100" typed as text below "% hoàn thành": one of a hundred.
        if (value.Stored.Kind == CellKind.Text
            && double.TryParse(value.Text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && (header.Contains('%', StringComparison.Ordinal) || VietnameseText.Fold(header).Contains("phan tram", StringComparison.Ordinal)))
        {
            return new Statement(field, new StatusReading(StatusParser.Read(share, countsToHundred: true)), value.Text, header, value.Cell);
        }

        // A day below "Hoàn thành" is the day it was done; below "Tình trạng" it may be any day.
        var day = value.Stored.Date ?? CompletionDay.Whole(VietnameseText.Fold(value.Text), year);
        if (day is not null && StatusTick.SaysDone(header))
        {
            return new Statement(field, new StatusReading(TaskProgress.Done, day), "", header, value.Cell) { IsDay = true };
        }

        var said = day is null ? StatusParser.Read(value.Text, year, header, About(draft)) : StatusReading.Unknown;
        return new Statement(field, said, value.Text, header, value.Cell);
    }

    /// <summary>The day of its own column, else the one inside the words that say done.</summary>
    private void SetDay(TaskDraft draft, TableRow row, Statement? status, Statement? completed)
    {
        draft.CompletedCell = layout.Has(RegisterField.CompletedOn)
            ? row.Value(RegisterField.CompletedOn).Cell : status is { Reading.Day: not null } ? status.Cell : null;
        if (draft.Status != TaskProgress.Done)
        {
            draft.CompletedOn = null;
            return;
        }

        var (ofColumn, ofWords) = (completed?.Reading.Day, status?.Reading.Day);
        draft.CompletedOn = ofColumn ?? ofWords;
        draft.IsDoneByDayAlone = status is { IsDay: true, MayBeTurned: false };
        if (ofColumn is { } one && ofWords is { } other && one != other)
        {
            findings.Add(RegisterFindings.TwoCompletionDays(DayText.Of(one), DayText.Of(other)), draft.CompletedCell);
        }

        // Without a column for the day there is no cell to mend; the workbook counts it under "chưa rõ ngày".
        if (draft.CompletedOn is null && layout.Has(RegisterField.CompletedOn) && completed is not { IsDay: true } && !draft.MayBeDone)
        {
            findings.Add(RegisterFindings.CompletedWithoutDate, draft.CompletedCell);
        }
    }

    private static string About(TaskDraft draft) => string.Join(' ', draft.Products.Prepend(draft.Text));

    private string HeaderOf(RegisterField field) =>
        layout.Columns.TryGetValue(field, out var span) ? VietnameseText.OneLine(layout.Headers.GetValueOrDefault(span.First, "")) : "";

    private static string Quote(Statement said) => Vietnamese.Shortened(VietnameseText.OneLine(said.Text), 120);

    /// <param name="Text">As written; empty where a day alone says done.</param>
    private sealed record Statement(RegisterField Field, StatusReading Reading, string Text, string Header, string Cell)
    {
        public bool IsDay { get; init; }

        /// <summary>Its day and month may have changed places.</summary>
        public bool MayBeTurned { get; init; }
    }
}
