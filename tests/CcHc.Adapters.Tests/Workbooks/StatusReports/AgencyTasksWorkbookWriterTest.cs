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
}
