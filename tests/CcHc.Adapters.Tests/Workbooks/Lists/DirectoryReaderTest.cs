using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Tests.Workbooks.Lists;

public class DirectoryReaderTest
{
    private static readonly string[] Headers =
        ["Mã", "Tên cơ quan", "Tên gọi khác", "Nhóm", "Email", "Email lãnh đạo", "Đầu mối", "Điện thoại", "Hiệu lực từ", "Hiệu lực đến", "Kế thừa bởi"];

    [Fact]
    public void Read_TakesEveryColumn()
    {
        var agency =
            Single("SNV|Sở Nội vụ|Sở NV; Nội vụ|Sở, ban, ngành|snv@tinh-mau.example|gd.snv@tinh-mau.example|Bà Lan|0912 345 678|01/03/2025|31/12/2030|");
        Assert.Equal(("SNV", "Sở Nội vụ", "Sở, ban, ngành", "Bà Lan", "0912 345 678"),
            (agency.Code, agency.Name, agency.Group, agency.FocalPoint, agency.Phone));
        Assert.Equal(["Sở NV", "Nội vụ"], agency.OtherNames);
        Assert.Equal(["snv@tinh-mau.example"], agency.Emails);
        Assert.Equal(["gd.snv@tinh-mau.example"], agency.HeadEmails);
        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2030, 12, 31)), (agency.ValidFrom, agency.ValidTo));
    }

    [Fact]
    public void Read_FindsColumnsByOtherWordsInAnyOrder()
    {
        var reading = Read(["Danh bạ năm 2026|||", "THƯ ĐIỆN TỬ (công vụ)|Đơn vị|Mã đơn vị *|Cơ quan kế thừa:", "stp@a.example|Sở Tư pháp|STP|"]);
        Assert.Empty(reading.Findings);
        Assert.Equal(("STP", "Sở Tư pháp"), (reading.Agencies[0].Code, reading.Agencies[0].Name));
    }

    [Fact]
    public void Read_NamesOnce_WhatIsWrongInACellOfEndlessAddresses()
    {
        var reading = Read([string.Join('|', Headers), "SNV|Sở Nội vụ|||" + string.Concat(Enumerable.Repeat("<a>", 20_000))]);
        Assert.Contains("Còn 100 ô khác", Assert.Single(reading.Findings, finding => finding.Code == "email-unusable").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(61, 10, 10, "A2")]
    [InlineData(10, 301, 10, "B2")]
    [InlineData(10, 10, 301, "C2")]
    public void Read_TakesNoTextForAName_ThatIsNone(int code, int name, int other, string cell)
    {
        var reading = Read([string.Join('|', Headers), $"{new string('M', code)}|{new string('T', name)}|{new string('K', other)}||a@b.example"]);
        Assert.Equal(cell, Assert.Single(reading.Findings, finding => finding.Code == "agency-words-too-long").Cell);
        Assert.All(reading.Agencies, agency => Assert.Empty(agency.OtherNames));
    }

    [Fact]
    public void Read_StopsWhereNoListIsSoLong()
    {
        var reading = Read([string.Join('|', Headers), .. Enumerable.Range(1, 10_500).Select(i => $"M{i}|Cơ quan {i}|||a{i}@b.example")]);
        Assert.Equal(10_000, reading.Agencies.Count);
        Assert.Equal("list-too-long", Assert.Single(reading.Findings).Code);
    }

    [Theory]
    [InlineData("a@b.example", "a@b.example")]
    [InlineData("a@b.example;c@d.example;", "a@b.example c@d.example")]
    [InlineData("a@b.example\nc@d.example", "a@b.example c@d.example")]
    [InlineData("a@b.example, c@d.example", "a@b.example c@d.example")]
    [InlineData("Văn phòng Sở <vp@b.example>", "vp@b.example")]
    [InlineData("\"Lan, Nguyễn Thị\" <lan@b.example>; hoa@b.example", "lan@b.example hoa@b.example")]
    [InlineData("Lan <lan@b.example>, Hoa <hoa@b.example>", "lan@b.example hoa@b.example")]
    [InlineData("mailto:a@b.example.", "a@b.example")]
    [InlineData("a@b.example; A@B.example", "a@b.example")]
    [InlineData("a@tỉnh-mẫu.example", "a@tỉnh-mẫu.example")]
    public void Read_TakesAddressesAsPeopleTypeThem(string typed, string addresses)
    {
        var reading = Read([string.Join('|', Headers), $"SNV|Sở Nội vụ|||{typed}||||||"]);
        Assert.Empty(reading.Findings);
        Assert.Equal(addresses.Split(' '), reading.Agencies[0].Emails);
    }

    [Theory]
    [InlineData("snv", "email-unusable")]
    [InlineData("snv@", "email-unusable")]
    [InlineData("snv@tinh", "email-unusable")]
    [InlineData("snv@@tinh.example", "email-unusable")]
    [InlineData("s nv@tinh.example", "email-unusable")]
    [InlineData("snv@tinh..example", "email-unusable")]
    [InlineData("snv@-tinh.example", "email-unusable")]
    [InlineData("sởnv@tinh.example", "email-unusable")]
    [InlineData("Lan <lan@tinh.example", "email-unusable")]
    [InlineData("snv@gamil.com", "email-typo")]
    [InlineData("snv@tinh.gov.vm", "email-typo")]
    public void Read_NamesABadAddress_AndKeepsTheGoodOne(string typed, string code)
    {
        var reading = Read([string.Join('|', Headers), $"SNV|Sở Nội vụ|||{typed};tot@tinh.example||||||"]);
        Assert.Equal((code, "E2"), (reading.Findings[0].Code, reading.Findings[0].Cell));
        Assert.Contains("tot@tinh.example", reading.Agencies[0].Emails);
    }

    [Theory]
    [InlineData("|Sở Nội vụ|||a@b.example||||||", "agency-without-code", "A2", 0)]
    [InlineData("SNV||||a@b.example||||||", "agency-without-name", "B2", 0)]
    [InlineData("SNV|Sở Nội vụ|||||||||", "agency-without-email", "E2", 1)]
    [InlineData("SNV|Sở Nội vụ|||a@b.example||||2025||", "day-unreadable", "I2", 1)]
    [InlineData("SNV|Sở Nội vụ|||a@b.example|||||31/02/2025|", "day-unreadable", "J2", 1)]
    [InlineData("SNV|Sở Nội vụ|||a@b.example||||1/3/25||", "day-unreadable", "I2", 1)]
    [InlineData("SNV|Sở Nội vụ|||a@b.example||||01/03/2025|28/02/2025|", "agency-validity-reversed", "J2", 1)]
    [InlineData("SNV|Sở Nội vụ|||a@b.example||||||SKHONG", "agency-successor-unknown", "K2", 1)]
    [InlineData("SNV|Sở Nội vụ|||a@b.example||||||snv", "agency-successor-self", "K2", 1)]
    public void Read_NamesWhatIsWrongAndWhere(string row, string code, string cell, int agencies)
    {
        var reading = Read([string.Join('|', Headers), row]);
        Assert.Equal((code, cell), (reading.Findings[0].Code, reading.Findings[0].Cell));
        Assert.Equal(agencies, reading.Agencies.Count);
    }

    [Fact]
    public void Read_KeepsTheFirstOfTwoEqualCodes()
    {
        var reading = Read([string.Join('|', Headers), "SXD|Sở Xây dựng|||a@b.example||||||", "sxd|Sở khác|||c@d.example||||||"]);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("agency-code-twice", "A3"), (finding.Code, finding.Cell));
        Assert.Equal("Sở Xây dựng", Assert.Single(reading.Agencies).Name);
    }

    [Fact]
    public void Read_TakesASuccessorThatStandsBelow()
    {
        var reading = Read([string.Join('|', Headers), "SGTVT|Sở Giao thông vận tải|||a@b.example|||||28/02/2025|SXD", "SXD|Sở Xây dựng|||c@d.example||||||"]);
        Assert.Empty(reading.Findings);
        Assert.Equal(["SXD"], reading.Agencies[0].Successors);
    }

    [Theory]
    [InlineData("28/02/2025", "")]
    [InlineData("", "agency-without-email")]
    [InlineData("31/02/2025", "agency-without-email day-unreadable")]
    public void Read_AsksForAnAddress_UnlessTheAgencyEnds(string validTo, string codes)
    {
        var reading = Read([string.Join('|', Headers), $"SGTVT|Sở Giao thông vận tải||||||||{validTo}|SXD", "SXD|Sở Xây dựng|||c@d.example||||||"]);
        Assert.Equal(codes, string.Join(' ', reading.Findings.Select(f => f.Code).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Read_TakesRealDatesAndTellsMovingOnes()
    {
        var header = string.Concat(Headers.Select(h => $"<c t='inlineStr'><is><t>{h}</t></is></c>"));
        var file =
            XlsxFile.WithRows(
                $"<row>{header}</row><row>{Cells("SNV|Sở Nội vụ|||a@b.example")}<c r='I2' s='1'><v>45717</v></c><c r='J2' s='1'><f>TODAY()</f><v>47000</v></c></row>").Styles("<xf/><xf numFmtId='14'/>");
        var reading = DirectoryReader.Read(WorkbookReading.Of(file.ToBytes()).Content!);
        Assert.Equal(new DateOnly(2025, 3, 1), reading.Agencies[0].ValidFrom);
        Assert.Equal(("cell-unstable", "J2"), (reading.Findings[0].Code, reading.Findings[0].Cell));
    }

    [Fact]
    public void Read_PassesOverMergedHeadings()
    {
        var file = new XlsxFile().Sheet("Danh bạ", Rows([string.Join('|', Headers), "I. Khối sở", "SNV|Sở Nội vụ|||a@b.example"]),
            after: "<mergeCells><mergeCell ref='A2:K2'/></mergeCells>");
        var reading = DirectoryReader.Read(WorkbookReading.Of(file.ToBytes()).Content!);
        Assert.Empty(reading.Findings);
        Assert.Single(reading.Agencies);
    }

    [Theory]
    [InlineData("Mã|Tên cơ quan", "directory-columns-missing")]
    [InlineData("Mã|Tên cơ quan|Email", "directory-empty")]
    public void Read_TellsAWorkbookThatIsNoDirectory(string header, string code) => Assert.Equal(code, Assert.Single(Read([header]).Findings).Code);

    [Fact]
    public void Read_TellsAMissingFile() =>
        Assert.Equal("file-missing", Assert.Single(DirectoryReader.Read("khong-co.xlsx", "danh-ba-co-quan.xlsx").Findings).Code);

    private static Agency Single(string row)
    {
        var reading = Read([string.Join('|', Headers), row]);
        Assert.Empty(reading.Findings);
        return Assert.Single(reading.Agencies);
    }

    private static DirectoryReading Read(string[] rows) => DirectoryReader.Read(WorkbookReading.Of(XlsxFile.WithRows(Rows(rows)).ToBytes()).Content!);

    private static string Rows(string[] rows) => string.Concat(rows.Select(row => $"<row>{Cells(row)}</row>"));

    private static string Cells(string row) =>
        string.Concat(row.Split('|').Select(text => $"<c t='inlineStr'><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>"));
}
