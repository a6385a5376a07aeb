using System.Globalization;
using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Writes rows of cells as the sheet's own XML (dòng), one at a time, and keeps the links for the end of the sheet.</summary>
/// <param name="models">Style numbers by model row, then by column.</param>
internal sealed class SheetRowsXml(XmlWriter xml, IReadOnlyList<string[]> models)
{
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>More links than this on a sheet and Excel calls the file damaged.</summary>
    private const int MostLinks = 65_530;

    private readonly string[] _letters = [.. Enumerable.Range(1, models[0].Length).Select(CellName.ColumnLetters)];

    // How a cell of each model and column begins, up to its row number: written as it stands, which saves the
    // XML writer most of its work.
    private readonly string[][] _openings =
        [.. models.Select(styles => styles.Select((style, column) => $"<c s=\"{style}\" r=\"{CellName.ColumnLetters(column + 1)}").ToArray())];

    public IReadOnlyList<string[]> Models => models;

    private readonly List<(string Cell, LinkTarget Target)> _links = [];
    private string _row = "";

    public IReadOnlyList<(string Cell, LinkTarget Target)> Links => _links;

    public void StartRow(int number, double height)
    {
        _row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{_row}\" ht=\"{height:0.#}\" customHeight=\"1\">"));
    }

    /// <summary>As tall as the text needs for now; it grows with what is typed.</summary>
    public void StartGrowingRow(int number, double? height = null)
    {
        _row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteRaw(height is { } points ? string.Create(CultureInfo.InvariantCulture, $"<row r=\"{_row}\" ht=\"{points:0.#}\">") : $"<row r=\"{_row}\">");
    }

    /// <summary>Text that is XML already.</summary>
    public void Raw(string text) => xml.WriteRaw(text);

    /// <param name="column">0-based.</param>
    public void Cell(int column, CellContent content, int model)
    {
        xml.WriteRaw(_openings[model][column]);
        xml.WriteRaw(_row);
        if (content.Text is { } text)
        {
            // Stored as a string whatever it looks like; never as a formula.
            xml.WriteRaw(NeedsItsSpacesKept(text) ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "\" t=\"inlineStr\"><is><t>");
            xml.WriteString(SafeText.Escape(text));
            xml.WriteRaw("</t></is></c>");
        }
        else if (content.Number is { } number)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"\"><v>{number:R}</v></c>"));
        }
        else
        {
            xml.WriteRaw("\"/>");
        }
    }

    /// <param name="column">0-based.</param>
    public void Formula(int column, string formula, int model)
    {
        xml.WriteRaw(_openings[model][column]);
        xml.WriteRaw(_row);
        xml.WriteRaw("\"><f>");
        xml.WriteString(formula);
        xml.WriteRaw("</f></c>");
    }

    public void Link(int column, LinkTarget target)
    {
        if (_links.Count < MostLinks)
        {
            _links.Add((_letters[column] + _row, target));
        }
    }

    public void EndRow() => xml.WriteRaw("</row>");

    private static bool NeedsItsSpacesKept(string text) =>
        char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal);
}
