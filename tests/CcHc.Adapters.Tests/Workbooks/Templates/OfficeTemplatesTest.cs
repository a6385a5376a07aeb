using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Adapters.Workbooks.Templates;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks.Templates;

public sealed class OfficeTemplatesTest
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void TheDirectory_IsReadBackWhole_AndAsksForAddressesOnly()
    {
        var agencies = StartingDirectory.Of("SNV", "Sở Nội vụ", []);
        var read = DirectoryReader.Read(Content(OfficeTemplates.Directory(agencies, Today)));
        Assert.Equal(agencies.Select(agency => (agency.Code, agency.Name, agency.Group, agency.ValidTo)),
            read.Agencies.Select(agency => (agency.Code, agency.Name, agency.Group, agency.ValidTo)));
        Assert.All(read.Findings, finding => Assert.Equal("agency-without-email", finding.Code));
    }

    [Fact]
    public void DaysOffOfBothYears_AreReadBack_EachMarkedToBeCompared()
    {
        var read = HolidayReader.Read(Content(OfficeTemplates.DaysOff([2026, 2027], Today)));
        Assert.Empty(read.Findings);
        Assert.Equal(StatutoryDaysOff.Of(2026).Concat(StatutoryDaysOff.Of(2027)).Order(), read.Days.Select(day => day.Day));
        Assert.All(read.Days, day => Assert.True(HolidayMarks.IsToCompare(day.Note)));
    }

    [Fact]
    public void TheFigures_AreReadBackWithoutAFinding()
    {
        var directory = StartingDirectory.Of("SNV", "Sở Nội vụ", PastedAgencies.Read("Xã Suối Mơ").Agencies);
        var read = IndicatorReader.Read(Content(OfficeTemplates.Figures("Quý I/2026", Today)), directory);
        Assert.Empty(read.Findings);
        Assert.Equal(8, read.Indicators.Count);
    }

    [Fact]
    public void TheSameAnswers_GiveTheSameBytes() =>
        Assert.Equal(RegisterTemplate.Example("tỉnh Mẫu", 2026, "Sở Nội vụ", Today), RegisterTemplate.Example("tỉnh Mẫu", 2026, "Sở Nội vụ", Today));

    private static WorkbookContent Content(byte[] bytes) => WorkbookReading.Of(bytes).Content!;
}
