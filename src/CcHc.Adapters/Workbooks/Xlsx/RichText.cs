using System.Text;
using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>A text as stored, with what its runs say of it beside the cell's own font.</summary>
internal readonly record struct RunText(string Raw, CellTraits Traits);

/// <summary>Reads the text (chữ nhiều định dạng) of an si or is element: runs joined, phonetic guides left out.</summary>
internal sealed class RichText
{
    private readonly StringBuilder _pieces = new();

    /// <summary>Stands on si or is, and leaves on its end.</summary>
    public RunText Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return new RunText("", CellTraits.None);
        }

        var text = "";
        var pieces = 0;
        var run = CellTraits.None;
        var (hasLegacy, hasStruck, hasPlain) = (false, false, false);
        var depth = xml.Depth;
        xml.Step();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Step();
                continue;
            }

            switch (xml.LocalName)
            {
                case "rPh" or "phoneticPr":
                    xml.StepOver();
                    continue;
                case "r":
                    run = CellTraits.None;
                    break;
                case "rPr":
                    run = FontTraits.Read(xml);
                    break;
                case "t":
                    var piece = ElementText.Read(xml);
                    text = Join(text, piece, pieces++);
                    if (!string.IsNullOrWhiteSpace(piece))
                    {
                        hasLegacy |= (run & CellTraits.LegacyFont) != 0;
                        hasStruck |= (run & CellTraits.Strikethrough) != 0;
                        hasPlain |= (run & CellTraits.Strikethrough) == 0;
                    }

                    break;
            }

            xml.Step();
        }

        var traits = (hasLegacy ? CellTraits.LegacyFont : CellTraits.None) | (hasStruck && !hasPlain ? CellTraits.Strikethrough : CellTraits.None);
        return new RunText(pieces > 1 ? _pieces.ToString() : text, traits);
    }

    /// <summary>Most texts are one piece; only a second one calls for the builder.</summary>
    private string Join(string first, string piece, int before)
    {
        if (before == 0)
        {
            return piece;
        }

        if (before == 1)
        {
            _pieces.Clear().Append(first);
        }

        _pieces.Append(piece);
        return first;
    }
}
