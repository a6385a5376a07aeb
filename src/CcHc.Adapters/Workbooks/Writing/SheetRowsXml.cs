using System.Globalization;
using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Writing;

/// <summary>Writes rows of cells as the sheet's own XML (dòng), one at a time, and keeps the links for the end of the sheet.</summary>
/// <param name="models">Style numbers by model row, then by column.</param>
internal sealed class SheetRowsXml(XmlWriter xml, IReadOnlyList<string[]> models)
{
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>More links than this on a sheet and Excel calls the file damaged.</summary>
    private const int MostLinks = 65_530;

    private readonly string[] _letters = [.. Enumerable.Range(1, models[0].Length).Select(CellName.ColumnLetters)];
    private readonly List<(string Cell, LinkTarget Target)> _links = [];
    private string _row = "";

    public IReadOnlyList<(string Cell, LinkTarget Target)> Links => _links;

    public void StartRow(int number, double height)
    {
        _row = number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("r", _row);
        xml.WriteAttributeString("ht", height.ToString("0.#", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customHeight", "1");
    }

    /// <param name="column">0-based.</param>
    public void Cell(int column, CellContent content, int model)
    {
        xml.WriteStartElement("c", Namespace);
        xml.WriteAttributeString("r", _letters[column] + _row);
        xml.WriteAttributeString("s", models[model][column]);
        if (content.Text is { } text)
        {
            // Stored as a string whatever it looks like; never as a formula.
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Namespace);
            xml.WriteStartElement("t", Namespace);
            if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            {
                xml.WriteAttributeString("xml", "space", null, "preserve");
            }

            xml.WriteString(SafeText.Escape(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else if (content.Number is { } number)
        {
            xml.WriteElementString("v", Namespace, number.ToString("R", CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    public void Link(int column, LinkTarget target)
    {
        if (_links.Count < MostLinks)
        {
            _links.Add((_letters[column] + _row, target));
        }
    }

    public void EndRow() => xml.WriteEndElement();
}
