using System.Text;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Tests.PeriodReports.Submissions;

namespace CcHc.Adapters.Tests.Workbooks.Forms;

public class ReportReaderTest
{
    [Theory]
    [InlineData("Họ tên;Số liệu\n", "workbook-text")]
    [InlineData("<html><table></table></html>", "workbook-html")]
    [InlineData("", "file-empty")]
    public void Read_RefusesWhatIsNoWorkbook_AndStillKnowsWhoDroppedIt(string content, string code)
    {
        var reading = Read(Encoding.UTF8.GetBytes(content));
        Assert.Equal((code, "STP", "2026-Q2", true), (Assert.Single(reading.Findings).Code, reading.AgencyCode, reading.PeriodCode, reading.IsRefused));
        Assert.Equal(64, reading.Hash.Length);
    }

    [Fact]
    public void Read_SaysWhatTheFileCarries_BesideWhatTheFormSays()
    {
        var copy = MarkedCopyWriter.ToBytes(new FilledForm().Build(), [], "Sở Tư pháp", FilledForm.Today);
        Assert.Empty(Read(copy).Findings);
        Assert.False(Read(copy).IsRefused);
        Assert.Equal(Read(copy).Hash, Read(copy).Submission!.Hash);
    }

    [Fact]
    public void Read_TakesAFormThatWasSavedAsOds()
    {
        var (ods, own) = (Read(File.ReadAllBytes(WorkbookReading.TestData("bieu-mau-libreoffice.ods"))),
            Read(MarkedCopyWriter.ToBytes(new FilledForm().Build(), [], "Sở Tư pháp", FilledForm.Today)));
        Assert.Empty(ods.Findings);
        Assert.Equal(own.Submission!.Tasks, ods.Submission!.Tasks);
        Assert.Equal(own.Submission.Figures, ods.Submission.Figures);
        Assert.Equal(own.Submission.Sections, ods.Submission.Sections);
    }

    private static SubmissionReading Read(byte[] bytes)
    {
        using var folder = new TempFolder();
        return ReportReader.Read(WorkbookSnapshot.Take(folder.Write("x.xlsx", bytes)).Snapshot!, @"bao-cao\2026-Q2\STP\x.xlsx", FilledForm.Expected());
    }
}
