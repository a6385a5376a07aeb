using CcHc.Adapters.Workbooks;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Reports;
using static CcHc.Adapters.Tests.Workbooks.Writing.SampleOffice;

namespace CcHc.Adapters.Tests.Workbooks.Writing;

public sealed class HealthWorkbookWriterTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly IReadOnlyList<(RegisterTask, DeadlineReading)> Readings =
    [
        (Task(5, "Rà soát văn bản"), new DeadlineReading("Quý I ban hành kế hoạch; báo cáo trước ngày 15/12/2026", 2026, true,
        [
            new Milestone { Kind = MilestoneKind.Quarter, Label = "ban hành kế hoạch", Due = new(2026, 3, 31), Reading = "Quý I năm 2026." },
            new Milestone { Kind = MilestoneKind.Before, Label = "báo cáo", Due = new(2026, 12, 14), Reading = "Trước ngày 15/12/2026: hạn là ngày 14/12/2026." },
        ], [])),
        (Task(6, "Tuyên truyền"), new DeadlineReading("Thường xuyên trong năm", 2026, true,
            [new Milestone { Kind = MilestoneKind.Continuous, Due = new(2026, 12, 31), Reading = "Thường xuyên, không có hạn." }], [])),
        (Task(10, "Giảm thời gian", file: OddlyNamedRegister, sheet: "Bảng 'A'"), new DeadlineReading("=khi thuận lợi", 2026, false, [],
            [new Remark(Severity.Error, "time-not-understood", "Không hiểu thời hạn này.", "Gõ một ngày.")])),
    ];

    private WrittenWorkbook Write(IReadOnlyList<Finding> findings, IReadOnlyList<(RegisterTask, DeadlineReading)> readings, IReadOnlyList<SourceFile> sources) =>
        WrittenWorkbook.Read(HealthWorkbookWriter.Write(findings, readings, sources, AsOf, _folder["canh-bao/2026-06-30.xlsx"], _folder.Path));

    [Fact]
    public void Write_MakesAValidWorkbook()
    {
        var workbook = Write(Findings, Readings, Sources);

        Assert.Equal(["Tóm tắt", "Cảnh báo", "Cách hệ thống hiểu", "Nguồn"], workbook.SheetNames);
        Assert.Empty(workbook.Complaints());
        Assert.Empty(Write([], [], []).Complaints());
    }

    [Fact]
    public void Write_CountsBySeverityAndFile()
    {
        Finding lostFile = new(Severity.Error, "file-unreadable", "so-theo-doi/hỏng.xlsx", null, null, "Không đọc được tệp.", "Lưu lại tệp.");

        var rows = Write([.. Findings, lostFile], Readings, Sources).Rows("Tóm tắt");

        Assert.Equal(["Tất cả các tệp", "6", "1", "2", "1", "1", null], rows[1]);
        Assert.Equal([Register, "3", "0", "0", "1", "1", "mở"], rows[3]);
        Assert.Equal([OddlyNamedRegister, "3", "1", "1", "0", "0", "mở"], rows[4]);
        Assert.Equal(["so-theo-doi/hỏng.xlsx", "0", "0", "1", "0", "0", "mở"], rows[5]);
    }

    [Fact]
    public void Write_ListsEachFinding_WithItsCode()
    {
        var workbook = Write(Findings, Readings, Sources);

        Assert.Equal(["Lỗi", "time-not-understood", OddlyNamedRegister, "Bảng 'A'", "F10"], workbook.Rows("Cảnh báo")[0].Take(5));
        Assert.Equal(("../so-theo-doi/x%C3%A3%20A%20%26%20B/s%E1%BB%95%20%232%20100%25.xlsx", "'Bảng ''A'''!F10"), workbook.Link("Cảnh báo", "E5"));
    }

    [Fact]
    public void Write_TellsHowEveryMilestoneWasRead()
    {
        var workbook = Write(Findings, Readings, Sources);
        var rows = workbook.Rows("Cách hệ thống hiểu");

        Assert.Equal(["ban hành kế hoạch", "Quý I năm 2026.", "46112", null], rows[0].Skip(4));
        Assert.Equal(["báo cáo", "Trước ngày 15/12/2026: hạn là ngày 14/12/2026.", "46370", null], rows[1].Skip(4));
        Assert.Equal([null, "Thường xuyên, không có hạn.", null, null], rows[2].Skip(4));
        Assert.Equal(["=khi thuận lợi", null, "Chưa hiểu, cần người xem.", null, "Không hiểu thời hạn này."], rows[3].Skip(3));
        Assert.Equal("'Phụ lục 01'!F5", workbook.Link("Cách hệ thống hiểu", "C6")!.Value.Location);
    }
}
