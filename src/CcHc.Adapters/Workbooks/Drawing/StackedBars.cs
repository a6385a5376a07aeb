using System.Globalization;
using System.Xml.Linq;
using OfficeOpenXml;
using OfficeOpenXml.Drawing.Chart;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>The part of each bar that is one column of the table (phần của thanh).</summary>
/// <param name="Column">Where its figures stand in the table.</param>
/// <param name="Figures">The same figures, one a line of the table, cached in the chart.</param>
internal sealed record BarPart(string Name, int Column, string Color, bool HasLightLabel, IReadOnlyList<int> Figures);

/// <summary>The table a chart is drawn of (bảng nguồn của biểu đồ): a line a bar.</summary>
/// <param name="HeaderRow">The lines follow right below.</param>
/// <param name="NameColumn">What each bar is called.</param>
internal sealed record BarTable(ExcelWorksheet Sheet, int HeaderRow, int NameColumn, IReadOnlyList<string> Names);

/// <summary>
/// A stacked bar chart (biểu đồ thanh chồng). EPPlus places it; its XML is written here, whole and in schema order with the figures cached, so that every
/// program shows it before it recalculates.
/// </summary>
internal static class StackedBars
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Of the longest bar.</summary>
    private const double ShortestLabelled = 0.035;

    private const int CategoryAxis = 1;
    private const int ValueAxis = 2;

    /// <param name="from">Cell the chart's upper left corner stands in.</param>
    /// <param name="to">Cell its lower right corner reaches to, not included.</param>
    public static void Draw(
        ExcelWorksheet sheet, string name, string title, BarTable table, IReadOnlyList<BarPart> parts, (int Row, int Column) from, (int Row, int Column) to)
    {
        var chart = sheet.Drawings.AddChart(name, eChartType.BarStacked);
        (chart.From.Row, chart.From.Column, chart.To.Row, chart.To.Column) = (from.Row - 1, from.Column - 1, to.Row - 1, to.Column - 1);
        using var xml = Space(title, table, parts).CreateReader();
        chart.ChartXml.Load(xml);
    }

    private static XElement Space(string title, BarTable table, IReadOnlyList<BarPart> parts) => new(C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
        Value("roundedCorners", 0),
        new XElement(C + "chart",
            new XElement(C + "title",
                new XElement(C + "tx", new XElement(C + "rich",
                    new XElement(A + "bodyPr"),
                    new XElement(A + "p",
                        new XElement(A + "pPr", RunStyle("defRPr", 1200, bold: true)),
                        new XElement(A + "r", RunStyle("rPr", 1200, bold: true), new XElement(A + "t", title))))),
                Value("overlay", 0)),
            Value("autoTitleDeleted", 0),
            new XElement(C + "plotArea",
                new XElement(C + "layout"),
                new XElement(C + "barChart",
                    Value("barDir", "bar"),
                    Value("grouping", "stacked"),
                    Value("varyColors", 0),
                    parts.Select((part, index) => Series(part, index, table, LeastLabelled(parts))),
                    Value("gapWidth", 45),
                    Value("overlap", 100),
                    Value("axId", CategoryAxis),
                    Value("axId", ValueAxis)),
                Axes()),
            new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", 0), TextStyle(900)),
            Value("plotVisOnly", 1),
            Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", new XElement(A + "solidFill", Rgb("FFFFFF")), new XElement(A + "ln", new XElement(A + "solidFill", Rgb("BFBFBF")))),
        TextStyle(900));

    /// <summary>A part so short that its label would run into the next one carries none; its figure stands in the table.</summary>
    private static double LeastLabelled(IReadOnlyList<BarPart> parts)
    {
        var bars = parts.Count == 0 ? 0 : parts[0].Figures.Count;
        var longest = Enumerable.Range(0, bars).Select(bar => parts.Sum(part => part.Figures[bar])).DefaultIfEmpty(0).Max();
        return longest * ShortestLabelled;
    }

    private static XElement Series(BarPart part, int index, BarTable table, double leastLabelled)
    {
        var (first, last) = (table.HeaderRow + 1, table.HeaderRow + table.Names.Count);
        return new XElement(C + "ser",
            Value("idx", index),
            Value("order", index),
            new XElement(C + "tx", Texts(table, table.HeaderRow, table.HeaderRow, part.Column, [part.Name])),
            new XElement(C + "spPr", new XElement(A + "solidFill", Rgb(part.Color))),
            Value("invertIfNegative", 0),
            new XElement(C + "dLbls",
                part.Figures.Index().Where(figure => figure.Item > 0 && figure.Item < leastLabelled)
                    .Select(figure => new XElement(C + "dLbl", Value("idx", figure.Index), Value("delete", 1))),
                // Zeros carry no label.
                new XElement(C + "numFmt", new XAttribute("formatCode", "0;;"), new XAttribute("sourceLinked", 0)),
                new XElement(C + "spPr", new XElement(A + "noFill")),
                TextStyle(800, part.HasLightLabel ? "FFFFFF" : "000000"),
                Value("showLegendKey", 0), Value("showVal", 1), Value("showCatName", 0),
                Value("showSerName", 0), Value("showPercent", 0), Value("showBubbleSize", 0)),
            new XElement(C + "cat", Texts(table, first, last, table.NameColumn, [.. table.Names.Select(SafeText.Cell)])),
            new XElement(C + "val", new XElement(C + "numRef",
                Formula(table, first, last, part.Column),
                new XElement(C + "numCache", new XElement(C + "formatCode", "#,##0"), Points([.. part.Figures.Select(Text)])))));
    }

    private static object[] Axes() =>
    [
        new XElement(C + "catAx",
            Value("axId", CategoryAxis),
            // The first line on top.
            new XElement(C + "scaling", Value("orientation", "maxMin")),
            Value("delete", 0), Value("axPos", "l"), Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "low"),
            TextStyle(800),
            Value("crossAx", ValueAxis), Value("crosses", "autoZero"), Value("auto", 0), Value("lblAlgn", "ctr"), Value("lblOffset", 100),
            Value("tickLblSkip", 1), Value("noMultiLvlLbl", 1)),
        new XElement(C + "valAx",
            Value("axId", ValueAxis),
            new XElement(C + "scaling", Value("orientation", "minMax"), Value("min", 0)),
            Value("delete", 0), Value("axPos", "b"),
            new XElement(C + "majorGridlines", new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "solidFill", Rgb("E5E5E5"))))),
            new XElement(C + "numFmt", new XAttribute("formatCode", "#,##0"), new XAttribute("sourceLinked", 0)),
            Value("majorTickMark", "none"), Value("minorTickMark", "none"), Value("tickLblPos", "nextTo"),
            TextStyle(900),
            // At the bottom, though the category axis runs downwards.
            Value("crossAx", CategoryAxis), Value("crosses", "max"), Value("crossBetween", "between")),
    ];

    private static XElement Texts(BarTable table, int firstRow, int lastRow, int column, IReadOnlyList<string> cached) =>
        new(C + "strRef", Formula(table, firstRow, lastRow, column), new XElement(C + "strCache", Points(cached)));

    private static XElement Formula(BarTable table, int firstRow, int lastRow, int column) => new(C + "f",
        $"'{table.Sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!{ExcelCellBase.GetAddress(firstRow, column, lastRow, column, true)}");

    private static IEnumerable<XElement> Points(IReadOnlyList<string> values) => values
        .Select((value, index) => new XElement(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value)))
        .Prepend(Value("ptCount", values.Count));

    private static XElement TextStyle(int size, string color = "000000") => new(C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "p",
            new XElement(A + "pPr", RunStyle("defRPr", size, bold: false, color)),
            new XElement(A + "endParaRPr", new XAttribute("lang", "vi-VN"))));

    private static XElement RunStyle(string name, int size, bool bold, string color = "000000") => new(A + name,
        new XAttribute("sz", size), new XAttribute("b", bold ? 1 : 0),
        new XElement(A + "solidFill", Rgb(color)),
        new XElement(A + "latin", new XAttribute("typeface", SheetStyle.FontName)),
        new XElement(A + "cs", new XAttribute("typeface", SheetStyle.FontName)));

    private static XElement Rgb(string color) => new(A + "srgbClr", new XAttribute("val", color));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
