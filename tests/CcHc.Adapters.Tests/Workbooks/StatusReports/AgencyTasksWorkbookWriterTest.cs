using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.StatusReports;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleOffice;

namespace CcHc.Adapters.Tests.Workbooks.StatusReports;

public class AgencyTasksWorkbookWriterTest
{
    private static WrittenWorkbook Write(string agency) => new(AgencyTasksWorkbookWriter.ToBytes(Agency(agency), Obligations, AsOf));

    [Theory]
    [InlineData("SNV", 3)]
    [InlineData("STP", 2)]
    [InlineData("SKHCN", 1)]
    public void ToBytes_HoldsRowsOfThatAgencyOnly(string agency, int rows)
    {
        var workbook = Write(agency);

        Assert.Equal(rows, workbook.Rows("Nhiệm vụ").Count);
        Assert.Empty(workbook.Complaints());
        Assert.DoesNotContain(Agencies.Where(other => other.Code != agency).Select(other => other.Name), workbook.Sheet("Nhiệm vụ").ToString().Contains);
    }

    [Fact]
    public void ToBytes_HoldsNoLink_BecauseTheReaderCannotReachTheRegister()
    {
        var workbook = Write("SNV");

        Assert.Equal("F6", workbook["Nhiệm vụ", "M5"]);
        Assert.Empty(workbook.Sheet("Nhiệm vụ").Descendants(WrittenWorkbook.Main + "hyperlink"));
    }

    [Fact]
    public void ToBytes_GivesTheSameBytes_ForTheSameRows() => Assert.Equal(Write("SNV").Bytes, Write("SNV").Bytes);

    [Theory]
    [InlineData("Ban A & B <C> \"D\"")]
    [InlineData("=Ban quản lý")]
    [InlineData("  Ban có dấu cách  ")]
    [InlineData("Ban _x0041_")]
    [InlineData("Ban &P và &[Tab]")]
    public void ToBytes_WritesAnyNameAsItIs_InTitleFooterAndProperties(string name)
    {
        var workbook = new WrittenWorkbook(AgencyTasksWorkbookWriter.ToBytes(Agency("SNV") with { Name = name }, Obligations, AsOf));

        Assert.Empty(workbook.Complaints());
        Assert.EndsWith(name.Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal), workbook["Nhiệm vụ", "A1"], StringComparison.Ordinal);
        foreach (var sheet in new[] { "Nhiệm vụ", "Trả lời" })
        {
            Assert.Contains(name.Replace("&", "&&", StringComparison.Ordinal), workbook.Sheet(sheet).Descendants(WrittenWorkbook.Main + "oddFooter")
                .Single().Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ToBytes_GivesARowOfSeveralLines_ToANameThatNeedsThem()
    {
        var name = string.Join(' ', Enumerable.Repeat("Ban quản lý dự án đầu tư xây dựng", 9));

        var workbook = new WrittenWorkbook(AgencyTasksWorkbookWriter.ToBytes(Agency("SNV") with { Name = name }, Obligations, AsOf));

        Assert.Contains(name, workbook["Trả lời", "A2"], StringComparison.Ordinal);
        Assert.True((double)workbook.Sheet("Trả lời").Descendants(WrittenWorkbook.Main + "row").Single(row => (int)row.Attribute("r")! == 2)
            .Attribute("ht")! > 20);
    }

    [Theory]
    [InlineData("SNV")]
    [InlineData("STP")]
    [InlineData("SKHCN")]
    public void ToBytes_EndsEveryRangeWithItsLastRow(string agency)
    {
        var workbook = Write(agency);
        var (tasks, answers) = (4 + workbook.Rows("Nhiệm vụ").Count, workbook.Rows("Trả lời", first: 6).Count + 5);

        Assert.Equal($"A4:M{tasks}", workbook.Sheet("Nhiệm vụ").Descendants(WrittenWorkbook.Main + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.Equal($"A5:K{answers}", workbook.Sheet("Trả lời").Descendants(WrittenWorkbook.Main + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.All(workbook.Sheet("Trả lời").Descendants(WrittenWorkbook.Main + "dataValidation"),
            rule => Assert.EndsWith($"{answers}", rule.Attribute("sqref")!.Value, StringComparison.Ordinal));
        Assert.Contains(workbook.Part("xl/workbook.xml")
            .Descendants(WrittenWorkbook.Main + "definedName"), name => name.Value.EndsWith($"$M${tasks}", StringComparison.Ordinal));
        Assert.Contains(workbook.Part("xl/workbook.xml")
            .Descendants(WrittenWorkbook.Main + "definedName"), name => name.Value.EndsWith($"$K${answers}", StringComparison.Ordinal));
        Assert.DoesNotContain("6000", workbook.Part("xl/workbook.xml").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToBytes_WritesSideBySide_WhatItWritesAlone()
    {
        var writer = new AgencyTasksWorkbookWriter(AsOf);
        var agencies = Enumerable.Repeat(new[] { "SNV", "STP", "SKHCN" }, 20).SelectMany(codes => codes).ToList();

        var together = agencies.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(code => writer.ToLooseBytes(Agency(code), Obligations)).ToList();

        Assert.All(agencies.Zip(together), one => Assert.Equal(new AgencyTasksWorkbookWriter(AsOf).ToLooseBytes(Agency(one.First), Obligations), one.Second));
    }
}
