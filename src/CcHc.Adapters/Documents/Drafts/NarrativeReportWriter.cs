using CcHc.Core.PeriodReports.Consolidation;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents.Drafts;

/// <summary>Writes the draft of a period's narrative report (dự thảo báo cáo): figures filled in, the agencies' wording gathered under each section.</summary>
public static class NarrativeReportWriter
{
    /// <summary>The same report gives the same bytes.</summary>
    public static byte[] ToBytes(PeriodReport report)
    {
        var period = PeriodText.InSentence(report.Period);
        var subject = "Kết quả công tác cải cách hành chính " + period;
        IEnumerable<OpenXmlElement> content =
        [
            .. WordDocumentHeading.Head(report.ProvinceName, report.AsOf, subject),
            WordDocument.Body(
                $"Sở Nội vụ tổng hợp kết quả công tác cải cách hành chính {period} của các cơ quan, đơn vị, địa phương ({PeriodText.Window(report.Period)}) như sau:"),
            .. NarrativeFigures.HandIns(report),
            .. NarrativeFigures.Tasks(report),
            .. NarrativeAreas.Results(report),
            .. NarrativeAreas.Overdue(report),
            .. NarrativeExtra.Of(report),
            .. NarrativeFigures.Figures(report),
            .. NarrativeWording.Sections(report),
            .. NarrativeWording.Difficulties(report),
            .. NarrativeWording.Missing(report),
            WordDocument.Gap(),
            WordDocument.Body($"Trên đây là kết quả công tác cải cách hành chính {period}, Sở Nội vụ báo cáo./."),
            .. WordDocumentHeading.Foot(report.ProvinceName),
        ];
        return WordDocumentFile.ToBytes(subject, report.AsOf, content);
    }
}
