using System.Globalization;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>The days of the holiday workbook (lịch nghỉ) in order of date, each once, and what should be mended in it.</summary>
public sealed record HolidayReading(IReadOnlyList<CalendarDay> Days, IReadOnlyList<Finding> Findings);

/// <summary>Reads lich-nghi.xlsx: Ngày (a day, or first and last day), Loại (nghỉ or làm bù), Ghi chú.</summary>
public sealed class HolidayReader
{
    private const int LongestHoliday = 31;

    private enum Column { Day, Kind, Note }

    private readonly List<Finding> _findings = [];
    private readonly SortedDictionary<DateOnly, CalendarDay> _days = [];

    private HolidayReader()
    {
    }

    public static HolidayReading Read(string fullPath, string relativePath)
    {
        var read = WorkbookReader.Read(fullPath, relativePath);
        if (read.Content is null)
        {
            return new HolidayReading([], [read.Refusal!]);
        }

        var holidays = Read(read.Content);
        return holidays with { Findings = [.. read.Findings, .. holidays.Findings] };
    }

    public static HolidayReading Read(WorkbookContent workbook)
    {
        var table = ListTable<Column>.Find(workbook, ColumnOf, Column.Day, Column.Kind);
        if (table is null)
        {
            return new HolidayReading([], [ListFindings.MissingColumns("holiday-columns-missing", "Ngày, Loại").At(workbook.Path, null, null)]);
        }

        var reader = new HolidayReader();
        foreach (var row in table.Rows())
        {
            reader._findings.AddRange(row.Troubles());
            reader.ReadRow(row);
        }

        return new HolidayReading([.. reader._days.Values], table.Told(reader._findings));
    }

    private void ReadRow(ListTable<Column>.Row row)
    {
        var days = DayCell.ReadRange(row[Column.Day]);
        var kind = KindOf(row.Line(Column.Kind));
        if (days is null || days.Value.Last.DayNumber - days.Value.First.DayNumber >= LongestHoliday)
        {
            Report(row, Column.Day, ListFindings.BadDay(row.Line(Column.Day)));
        }
        else if (kind is null)
        {
            Report(row, Column.Kind, UnknownKind(row.Line(Column.Kind)));
        }
        else
        {
            for (var day = days.Value.First; day <= days.Value.Last; day = day.AddDays(1))
            {
                Add(row, new CalendarDay(day, kind.Value, row.Line(Column.Note)));
            }
        }
    }

    private void Add(ListTable<Column>.Row row, CalendarDay day)
    {
        if (!_days.TryAdd(day.Day, day))
        {
            Report(row, Column.Day, _days[day.Day].Kind == day.Kind ? Twice(day.Day) : Contrary(day.Day));
        }
        else if (day.Kind == CalendarDayKind.MakeUpWorkingDay && day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            Report(row, Column.Day, MakeUpOnWeekday(day.Day));
        }
    }

    private void Report(ListTable<Column>.Row row, Column column, FindingTemplate finding) => _findings.Add(row.At(column, finding));

    private static Column? ColumnOf(string foldedHeader) => foldedHeader switch
    {
        "ngay" or "ngay nghi" or "ngay, thang" or "ngay thang" or "thoi gian" => Column.Day,
        "loai" or "loai ngay" or "hinh thuc" => Column.Kind,
        "ghi chu" or "noi dung" or "ten ngay" or "dip" => Column.Note,
        _ => null,
    };

    /// <summary>"Nghỉ bù" is a day off; "làm bù", "đi làm" a working day.</summary>
    private static CalendarDayKind? KindOf(string words) => VietnameseText.Fold(words) switch
    {
        var folded when folded.StartsWith("nghi", StringComparison.Ordinal) => CalendarDayKind.DayOff,
        var folded when folded.StartsWith("lam", StringComparison.Ordinal) || folded.StartsWith("di lam", StringComparison.Ordinal) =>
            CalendarDayKind.MakeUpWorkingDay,
        _ => null,
    };

    private static FindingTemplate UnknownKind(string words) => new(Severity.Error, "holiday-kind-unknown",
        words.Length == 0 ? "Dòng này chưa ghi loại ngày." : $"Không hiểu loại ngày “{words}”.", "Ghi “nghỉ” hoặc “làm bù”.");

    private static FindingTemplate Twice(DateOnly day) => new(Severity.Warning, "holiday-twice", $"Ngày {Text(day)} được ghi hai lần.", "Xóa dòng ghi trùng.");

    private static FindingTemplate Contrary(DateOnly day) => new(Severity.Error, "holiday-contrary",
        $"Ngày {Text(day)} vừa ghi nghỉ vừa ghi làm bù; hệ thống theo dòng ghi trước.", "Giữ lại một dòng đúng.");

    private static FindingTemplate MakeUpOnWeekday(DateOnly day) => new(Severity.Warning, "holiday-make-up-on-weekday",
        $"Ngày làm bù {Text(day)} không phải thứ Bảy hay Chủ nhật, vốn đã là ngày làm việc.", "Kiểm tra lại ngày làm bù.");

    private static string Text(DateOnly day) => DayText.Of(day);
}
