using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>What a form's hidden sheet says of it (thông tin ẩn của biểu mẫu).</summary>
/// <param name="IsWhole">The checksum fits: the entries are as they were issued.</param>
internal sealed record HiddenEntries(string Version, string Period, string Agency, bool IsWhole)
{
    /// <summary>Entries stand at the top of the hidden sheet; the keys of rows and figures follow.</summary>
    private const int RowsSearched = 40;

    /// <summary>Null when no sheet has the entries: the tables were copied into another workbook.</summary>
    public static HiddenEntries? Find(WorkbookContent workbook)
    {
        foreach (var sheet in workbook.Sheets.OrderByDescending(sheet => sheet.Name == FormLayout.HiddenSheet).ThenByDescending(sheet => sheet.IsHidden))
        {
            var entries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in sheet.Rows.Take(RowsSearched))
            {
                entries.TryAdd(VietnameseText.OneLine(row[1].Text), VietnameseText.OneLine(row[2].Text));
            }

            if (entries.ContainsKey(FormLayout.PeriodEntry) && entries.ContainsKey(FormLayout.AgencyEntry))
            {
                var (version, period, agency) = (Of(FormLayout.VersionEntry), Of(FormLayout.PeriodEntry), Of(FormLayout.AgencyEntry));
                return new HiddenEntries(version, period, agency, Of(FormLayout.TokenEntry) == FormToken.Of(version, period, agency));
            }

            string Of(string name) => entries.GetValueOrDefault(name, "");
        }

        return null;
    }
}
