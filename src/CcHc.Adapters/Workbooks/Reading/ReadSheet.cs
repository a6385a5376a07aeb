using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>A sheet (trang tính) with its texts as stored, beside what the fonts tell of them.</summary>
internal sealed record ReadSheet(Sheet Sheet, LegacyCells LegacyCells);
