using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Health;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleOffice;

namespace CcHc.Adapters.Tests.Workbooks.Health;

public sealed class HealthWorkbookWriterTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly IReadOnlyList<(RegisterTask, DeadlineReading)> Readings =
    [
        (Task(5, "Rà soát văn bản"), new DeadlineReading("Quý I ban hành kế hoạch; báo cáo trước ngày 15/12/2026", 2026, true,
        [
            new Milestone { Kind = MilestoneKind.Quarter, Label = "ban hành kế hoạch", Due = new(2026, 3, 31), Reading = "Quý I năm 2026." },
            new Milestone { Kind = MilestoneKind.Before, Label = "báo cáo", Due = new(2026, 12, 14),
                Reading = "Trước ngày 15/12/2026: hạn là ngày 14/12/2026." },
        ], [])),
        (Task(6, "Tuyên truyền"), new DeadlineReading("Thường xuyên trong năm", 2026, true,
            [new Milestone { Kind = MilestoneKind.Continuous, Due = new(2026, 12, 31), Reading = "Thường xuyên, không có hạn." }], [])),
        (Task(10, "Giảm thời gian", file: OddlyNamedRegister, sheet: "Bảng 'A'"), new DeadlineReading("=khi thuận lợi", 2026, false, [],
            [new FindingTemplate(Severity.Error, "time-not-understood", "Không hiểu thời hạn này.", "Gõ một ngày.")])),
    ];

    [Fact]
    public void Write_MakesAValidWorkbook_WithAllItsSheets()
    {
        var workbook = Write(Findings, Sources, [new(CodeOf(1), Verdict.Right, "An"), new(DeadlinePhrase.CodeOf(Readings[0].Item2), Verdict.Right, "")]);

        Assert.Equal(["Tóm tắt", "Cảnh báo", "Trả lời", "Cách hệ thống hiểu", "Đã hết", "Nguồn"], workbook.SheetNames);
        Assert.Empty(workbook.Complaints());
        Assert.Empty(Write([], [], readings: []).Complaints());
    }

    [Fact]
    public void Write_CountsBySeverityAndFile()
    {
        Finding lostFile = new(Severity.Error, "file-unreadable", "so-theo-doi/hỏng.xlsx", null, null, "Không đọc được tệp.", "Lưu lại tệp.");
        var staying = Known(Coded(Findings)[0], AsOf.AddDays(-7), AsOf.AddDays(-1));
        var mended = Known(lostFile with { File = Register, AnswerCode = "ZZZZZZ" }, AsOf.AddDays(-7), AsOf.AddDays(-1));

        var rows = Write([.. Findings, lostFile], Sources, [new(CodeOf(1), Verdict.Right, "")], [staying, mended]).Rows("Tóm tắt");

        // tasks, times not understood, errors, warnings, notes, new, gone, accepted
        Assert.Equal(["Tất cả các tệp", "6", "1", "2", "0", "1", "2", "1", "1", null], rows[1]);
        Assert.Equal([Register, "3", "0", "0", "0", "1", "1", "1", "1", "mở"], rows[3]);
        Assert.Equal([OddlyNamedRegister, "3", "1", "1", "0", "0", "0", "0", "0", "mở"], rows[4]);
        Assert.Equal(["so-theo-doi/hỏng.xlsx", "0", "0", "1", "0", "0", "1", "0", "0", "mở"], rows[5]);
    }

    [Fact]
    public void Write_ListsEachOpenFinding_WithItsCodeAndSinceWhen()
    {
        var workbook = Write(Findings, Sources, [new(CodeOf(1), Verdict.Right, "")], [Known(Coded(Findings)[0], new(2026, 6, 1), AsOf.AddDays(-1))]);
        var rows = workbook.Rows("Cảnh báo");

        Assert.Equal(["Lỗi", "Khác", CodeOf(0), "2.10. Giảm thời gian", OddlyNamedRegister, "Bảng 'A'", "F10"], rows[0].Take(7));
        Assert.Equal(["còn từ 1/6", "mới"], rows.Select(row => row[9]));
        Assert.Equal(("../so-theo-doi/x%C3%A3%20A%20%26%20B/s%E1%BB%95%20%232%20100%25.xlsx", "'Bảng ''A'''!F10"), workbook.Link("Cảnh báo", "G5"));
    }

    [Fact]
    public void Write_ListsWhatIsGone()
    {
        Finding mended = new(Severity.Warning, "missing-time", Register, "Phụ lục 01", "F7", "Thiếu thời gian.", "Ghi thời gian.") { AnswerCode = "ZZZZZZ" };
        var rows = Write(Findings, Sources, known: [Known(mended, AsOf.AddDays(-7), AsOf.AddDays(-1))]).Rows("Đã hết");
        Assert.Equal(["Cảnh báo", Register, "Phụ lục 01", "F7", "Thiếu thời gian.", "Thời hạn"], Assert.Single(rows));
    }

    [Fact]
    public void Write_TellsHowEveryPhraseWasRead_OnceForAllTasks()
    {
        var workbook = Write(Findings, Sources,
            [new(DeadlinePhrase.CodeOf(Readings[0].Item2), Verdict.Right, ""), new(DeadlinePhrase.CodeOf(Readings[1].Item2), Verdict.Wrong, "chỉ quý IV")],
            readings: [.. Readings, (Task(8, "Rà soát lần nữa"), Readings[0].Item2)]);
        var rows = workbook.Rows("Cách hệ thống hiểu");

        Assert.Equal(["Cần xác nhận: 2 cụm từ", "Dạng thông thường, không cần xác nhận: 1 thời hạn"], rows.Where(row => row.Skip(1).All(cell => cell is null))
            .Select(row => row[0]));
        rows = [.. rows.Where(row => row.Skip(1).Any(cell => cell is not null))];
        Assert.Equal(3, rows.Count);
        Assert.Equal("ban hành kế hoạch: Quý I năm 2026.\nbáo cáo: Trước ngày 15/12/2026: hạn là ngày 14/12/2026.", rows[0][3]);
        Assert.Equal(["31/3/2026\n14/12/2026", "đúng", null, "đã xác nhận 28/6/2026", "F5", "Kế hoạch CCHC 2026.xlsx, Phụ lục 01 và 1 chỗ khác"],
            rows[0].Skip(4).Take(6));
        Assert.Equal([null, "sai", "chỉ quý IV", "đã báo sai 28/6/2026"], rows[2].Skip(4).Take(4));
        Assert.Equal(["=khi thuận lợi", "2026", "Chưa hiểu, cần người xem."], rows[1].Skip(1).Take(3));
        Assert.Equal("'Phụ lục 01'!F5", workbook.Link("Cách hệ thống hiểu", "I6")!.Value.Location);
    }

    [Theory]
    [InlineData("Trả lời", "B5:B7", "\"đúng là vậy\"")]
    [InlineData("Cách hệ thống hiểu", "F5:F9", "\"đúng,sai\"")]
    public void Write_OffersAnswers_AndRefusesNoOther(string sheet, string cells, string choices)
    {
        var written = Write(Findings, Sources).Sheet(sheet);
        var validation = Assert.Single(written.Descendants(WrittenWorkbook.Main + "dataValidation"));
        Assert.Equal((cells, choices), (validation.Attribute("sqref")!.Value, validation.Value));
        Assert.NotEqual("1", validation.Attribute("showErrorMessage")?.Value);
        Assert.Empty(written.Descendants(WrittenWorkbook.Main + "sheetProtection"));
    }

    [Fact]
    public void Write_GathersSpellingsOfOnePlainTime_AndAnAnswerIsTakenForEach()
    {
        var readings = new[] { "Quý I/2026", "Hoàn thành trong quý I năm 2026", "Quý I năm 2026." }
            .Select(
                (text, index) =>
                    (Task(5 + index, "Rà soát"), new DeadlineReading(text, 2026, true,
                        [new Milestone { Kind = MilestoneKind.Quarter, Due = new(2026, 3, 31), Reading = "Quý I/2026" }], [])))
            .ToList();
        var codes = readings.Select(pair => DeadlinePhrase.CodeOf(pair.Item2)).Distinct().ToList();
        var workbook = Write([], Sources, readings: readings);
        var row = workbook.Rows("Cách hệ thống hiểu")[1];
        Assert.Equal(string.Join('\n', codes), row[0]);
        Assert.Contains("Hoàn thành trong quý I năm 2026", row[1], StringComparison.Ordinal);

        var disputed = WriteFile([], readings, Sources, [.. codes.Select(code => new WrittenAnswer(code, Verdict.Wrong, "quý II"))], []);
        Assert.Equal(codes, HealthAnswerReader.Read(WorkbookReader.Read(disputed, "x.xlsx").Content!).OfReadings.Select(placed => placed.Answer.Code));
    }

    [Fact]
    public void Answers_AreReadBackAsTheyWereWritten()
    {
        WrittenAnswer accepted = new(CodeOf(1), Verdict.Right, "An, theo công văn 12");
        WrittenAnswer confirmed = new(DeadlinePhrase.CodeOf(Readings[0].Item2), Verdict.Right, ""), disputed =
            new(DeadlinePhrase.CodeOf(Readings[1].Item2), Verdict.Wrong, "chỉ quý IV");

        var written = WriteFile(Findings, Readings, Sources, [accepted, confirmed, disputed], []);
        var read = HealthAnswerReader.Read(WorkbookReader.Read(written, "canh-bao/x.xlsx").Content!);

        Assert.Equal([accepted], read.OfFindings.Select(placed => placed.Answer));
        Assert.Equal([confirmed, disputed], read.OfReadings.Select(placed => placed.Answer));
        Assert.Empty(read.Findings);
    }

    private WrittenWorkbook Write(IReadOnlyList<Finding> findings, IReadOnlyList<SourceFile> sources, IReadOnlyList<WrittenAnswer>? written = null,
        IReadOnlyList<KnownFinding>? known = null, IReadOnlyList<(RegisterTask, DeadlineReading)>? readings = null) =>
        WrittenWorkbook.Read(WriteFile(findings, readings ?? Readings, sources, written ?? [], known ?? []));

    /// <summary>The answers were taken up two days before.</summary>
    private string WriteFile(IReadOnlyList<Finding> findings, IReadOnlyList<(RegisterTask, DeadlineReading)> readings, IReadOnlyList<SourceFile> sources,
        IReadOnlyList<WrittenAnswer> written, IReadOnlyList<KnownFinding> known)
    {
        var answers = FindingAnswers.Merge([], written, AsOf.AddDays(-2));
        var coded = Coded(findings);
        var told = coded.ToLookup(finding => answers[finding.AnswerCode] is not null);
        var health = new RegisterHealth([.. told[false]], [.. told[true]], answers, FindingHistory.Of(known, coded, new HashSet<string>(), AsOf), readings,
            sources, AsOf);
        return HealthWorkbookWriter.Write(health, _folder["canh-bao/2026-06-30.xlsx"], _folder.Path);
    }

    private static IReadOnlyList<Finding> Coded(IReadOnlyList<Finding> findings) => FindingCodes.Assign(findings, Readings.Select(pair => pair.Item1));

    private static string CodeOf(int finding) => Coded(Findings)[finding].AnswerCode;
}
