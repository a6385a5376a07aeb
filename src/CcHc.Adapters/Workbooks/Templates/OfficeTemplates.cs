using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using Day = (System.DateOnly? On, string Kind, string Note);

namespace CcHc.Adapters.Workbooks.Templates;

/// <summary>The office's lists as a new office finds them (tệp mẫu của thư mục chung), ready to be filled in. The same input gives the same bytes.</summary>
public static class OfficeTemplates
{
    private const int RoomForAgencies = 60;
    private const int RoomForDays = 15;
    private const int RoomForFigures = 20;

    private static readonly Agency NoAgency = new() { Code = "", Name = "" };

    /// <param name="agencies">Communes that are not among them have room below.</param>
    public static byte[] Directory(IReadOnlyList<Agency> agencies, DateOnly asOf) => Bytes("Danh bạ cơ quan", asOf, draft => TemplateSheet.Draw(
        draft, "Danh bạ", "DANH BẠ CƠ QUAN",
        "Điền Email của từng cơ quan; xóa dòng tỉnh không có; ghi UBND cấp xã vào các dòng trống (Nhóm: UBND cấp xã). "
            + "Nhiều địa chỉ hoặc tên gọi khác cách nhau bằng dấu chấm phẩy. "
            + "Các dòng có Hiệu lực đến là cơ quan đã sắp xếp lại, giữ để đọc kế hoạch cũ.",
        [
            new("Mã", 16, agency => agency.Code),
            new("Tên cơ quan", 34, agency => agency.Name),
            new("Tên gọi khác", 30, agency => string.Join("; ", agency.OtherNames)),
            new("Nhóm", 16, agency => agency.Group) { Choices = [AgencyGroups.Departments, AgencyGroups.Communes, StartingDirectory.OtherBodies] },
            new("Email", 28, agency => string.Join("; ", agency.Emails)) { IsAnswer = true },
            new("Email lãnh đạo", 28, agency => string.Join("; ", agency.HeadEmails)) { IsAnswer = true },
            new("Đầu mối", 20, agency => agency.FocalPoint) { IsAnswer = true },
            new("Điện thoại", 15, agency => agency.Phone) { IsAnswer = true },
            new("Hiệu lực từ", 12, agency => agency.ValidFrom, ColumnLook.Date),
            new("Hiệu lực đến", 12, agency => agency.ValidTo, ColumnLook.Date),
            new("Kế thừa bởi", 14, agency => string.Join("; ", agency.Successors)),
        ],
        agencies, RoomForAgencies, NoAgency));

    /// <summary>Days off by law and lunar calendar, each marked to be compared with the year's announcement.</summary>
    public static byte[] DaysOff(IReadOnlyList<int> years, DateOnly asOf) => Bytes("Lịch nghỉ", asOf, draft => TemplateSheet.Draw<Day>(
        draft, "Lịch nghỉ", "LỊCH NGHỈ",
        "Các ngày ghi sẵn tính theo Điều 112 Bộ luật Lao động và âm lịch; "
            + "đối chiếu từng ngày với thông báo nghỉ lễ, tết và hoán đổi ngày làm việc của năm đó rồi xóa chữ “đối chiếu”. "
            + "Thứ Bảy, Chủ nhật không cần ghi; ngày đi làm bù ghi Loại là “làm bù”.",
        [
            new("Ngày", 13, day => day.On, ColumnLook.Date) { IsAnswer = true },
            new("Loại", 12, day => day.Kind, ColumnLook.Centered) { IsAnswer = true, Choices = ["nghỉ", "làm bù"] },
            new("Ghi chú", 56, day => day.Note) { IsAnswer = true },
        ],
        [.. years.SelectMany(StatutoryDaysOff.Named).DistinctBy(one => one.Day).Select(one => new Day(one.Day, "nghỉ", one.Name + HolidayMarks.ToCompare))],
        RoomForDays, new Day(null, "", "")));

    /// <summary>Figures most offices are asked for; the office changes them to its own.</summary>
    public static byte[] Figures(string fromPeriod, DateOnly asOf) => Bytes("Chỉ tiêu báo cáo", asOf, draft => TemplateSheet.Draw<string[]>(
        draft, "Chỉ tiêu", "CHỈ TIÊU BÁO CÁO KỲ",
        "Sửa, thêm, xóa cho đúng yêu cầu báo cáo của tỉnh. Kiểu: số nguyên, số thập phân, tỷ lệ, chữ. "
            + "Cách tổng hợp: tổng, trung bình, lớn nhất, nhỏ nhất, hoặc tỷ lệ MÃ/MÃ.",
        [
            new("Mã", 9, row => row[0]), new("Chỉ tiêu", 52, row => row[1]), new("Đơn vị", 14, row => row[2]),
            new("Kiểu", 15, row => row[3]) { Choices = ["số nguyên", "số thập phân", "tỷ lệ", "chữ"] },
            new("Cách tổng hợp", 18, row => row[4]), new("Áp dụng cho nhóm", 26, row => row[5]), new("Từ kỳ", 15, row => row[6]),
        ],
        [.. StartingFigures.Of(fromPeriod)], RoomForFigures, ["", "", "", "", "", "", ""]));

    internal static byte[] Bytes(string title, DateOnly asOf, Action<WorkbookDraft> draw)
    {
        using var draft = new WorkbookDraft(title, asOf, isRegister: true);
        draw(draft);
        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }
}
