using System.Drawing;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>The look of every workbook we write (kiểu trình bày): Times New Roman, thin grey rules, colour only where somebody must act.</summary>
internal static class SheetStyle
{
    public const string FontName = "Times New Roman";
    public const int BodySize = 11;
    public const string DayFormat = "dd/mm/yyyy";
    /// <summary>Shown with a decimal comma also where the program's own language is another one.</summary>
    private const string Vietnamese = "[$-42A]";
    public const string CountFormat = Vietnamese + "#,##0";
    public const string RateFormat = Vietnamese + "0.0%";

    /// <summary>As typed, with a comma.</summary>
    public const string AnyNumberFormat = Vietnamese + "General";
    private const string MomentFormat = "dd/mm/yyyy hh:mm";

    public static readonly Color AlarmText = Color.FromArgb(0xC0, 0x00, 0x00);
    public static readonly Color AttentionText = Color.FromArgb(0x9C, 0x57, 0x00);
    private static readonly Color QuietText = Color.FromArgb(0x5F, 0x5F, 0x5F);
    private static readonly Color HeaderFill = Color.FromArgb(0xDD, 0xE7, 0xF0);
    private static readonly Color SectionFill = Color.FromArgb(0xF2, 0xF2, 0xF2);
    private static readonly Color AnswerFill = Color.FromArgb(0xFF, 0xF8, 0xDC);
    private static readonly Color ErrorFill = Color.FromArgb(0xFF, 0xC7, 0xCE);
    private static readonly Color WarningFill = Color.FromArgb(0xFF, 0xEB, 0x9C);
    private static readonly Color Rule = Color.FromArgb(0xA6, 0xA6, 0xA6);
    private static readonly Color LinkText = Color.FromArgb(0x05, 0x63, 0xC1);

    /// <summary>Makes the office's font the workbook's own, which column widths are measured in.</summary>
    public static void ApplyDefaultFont(ExcelWorkbook workbook)
    {
        workbook.Styles.Fonts[0].Name = FontName;
        workbook.Styles.Fonts[0].Size = BodySize;
        workbook.Styles.NamedStyles[0].Style.Font.Name = FontName;
        workbook.Styles.NamedStyles[0].Style.Font.Size = BodySize;
    }

    public static void Title(ExcelRange cells)
    {
        cells.Style.Font.Bold = true;
        cells.Style.Font.Size = 14;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
    }

    /// <summary>A line that matters, or that heads a few others.</summary>
    public static void Lead(ExcelRange cells)
    {
        cells.Style.Font.Bold = true;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
    }

    public static void Note(ExcelRange cells)
    {
        cells.Style.Font.Italic = true;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
    }

    public static void Header(ExcelRange cells)
    {
        Body(cells);
        cells.Style.Font.Bold = true;
        cells.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        Fill(cells, HeaderFill);
    }

    public static void Totals(ExcelRange cells)
    {
        Body(cells);
        cells.Style.Font.Bold = true;
        Fill(cells, SectionFill);
    }

    /// <summary>A heading between rows, free to run over the cells to its right.</summary>
    public static void SectionHeading(ExcelRange cells)
    {
        Draw(cells.Style.Border.Top);
        Draw(cells.Style.Border.Bottom);
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        cells.Style.Font.Bold = true;
        Fill(cells, SectionFill);
    }

    public static void Body(ExcelRange cells)
    {
        cells.Style.WrapText = true;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        Draw(cells.Style.Border.Left);
        Draw(cells.Style.Border.Right);
        Draw(cells.Style.Border.Top);
        Draw(cells.Style.Border.Bottom);
    }

    public static void Column(ExcelRange cells, ColumnLook look)
    {
        if (look != ColumnLook.Text)
        {
            cells.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        }

        cells.Style.Numberformat.Format = look switch
        {
            ColumnLook.Count or ColumnLook.Figure => CountFormat,
            ColumnLook.Date => DayFormat,
            ColumnLook.Moment => MomentFormat,
            _ => "General",
        };
    }

    public static void Number(ExcelRange cells, CellFormat format) =>
        cells.Style.Numberformat.Format = format == CellFormat.Share ? Vietnamese + "0.0#%" : Vietnamese + "#,##0.0#";

    public static void Link(ExcelRange cells)
    {
        cells.Style.Font.Color.SetColor(LinkText);
        cells.Style.Font.UnderLine = true;
    }

    /// <summary>Cells the office writes in.</summary>
    public static void Answer(ExcelRange cells)
    {
        cells.Style.Locked = false;
        Fill(cells, AnswerFill);
    }

    /// <summary>A cell of somebody's workbook that should be looked at.</summary>
    public static void Mark(ExcelRange cells, RowTone tone) => Fill(cells, tone == RowTone.Alarm ? ErrorFill : WarningFill);

    public static void Tone(ExcelRange cells, RowTone tone)
    {
        if (tone != RowTone.Plain)
        {
            cells.Style.Font.Bold = tone == RowTone.Alarm;
            cells.Style.Font.Color.SetColor(tone switch { RowTone.Alarm => AlarmText, RowTone.Attention => AttentionText, _ => QuietText });
        }
    }

    private static void Draw(ExcelBorderItem side)
    {
        side.Style = ExcelBorderStyle.Thin;
        side.Color.SetColor(Rule);
    }

    private static void Fill(ExcelRange cells, Color color)
    {
        cells.Style.Fill.PatternType = ExcelFillStyle.Solid;
        cells.Style.Fill.BackgroundColor.SetColor(color);
    }
}
