using System.Text;
using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>A text as stored, with what its runs say of it beside the cell's own font.</summary>
/// <param name="Runs">Null when no run names an old font and no cell of the workbook has one.</param>
internal readonly record struct RunText(string Raw, CellTraits Traits, IReadOnlyList<StoredRun>? Runs = null);

/// <summary>A run (đoạn) of a text. One that names no font has that of its cell.</summary>
internal readonly record struct StoredRun(string Text, FontTraits Font);

/// <summary>Reads the text (chữ nhiều định dạng) of an si or is element: runs joined, phonetic guides left out.</summary>
/// <param name="keepsRuns">Some cells have an old font: runs must be known even when they only name others.</param>
internal sealed class RichText(bool keepsRuns)
{
    private readonly List<StoredRun> _runs = [];
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
        var font = default(FontTraits);
        var (hasStruck, hasPlain) = (false, false);
        _runs.Clear();
        var depth = xml.Depth;
        xml.Step();
        while (xml.ToElementBelow(depth))
        {
            switch (xml.LocalName)
            {
                case "rPh" or "phoneticPr":
                    xml.StepOver();
                    continue;
                case "r":
                    font = default;
                    break;
                case "rPr":
                    font = FontTraits.Read(xml);
                    break;
                case "t":
                    var piece = ElementText.Read(xml);
                    text = Join(text, piece, pieces++);
                    _runs.Add(new StoredRun(piece, font));
                    if (!string.IsNullOrWhiteSpace(piece))
                    {
                        hasStruck |= font.IsStruck;
                        hasPlain |= !font.IsStruck;
                    }

                    break;
            }

            xml.Step();
        }

        return new RunText(pieces > 1 ? _pieces.ToString() : text, hasStruck && !hasPlain ? CellTraits.Strikethrough : CellTraits.None, Runs());
    }

    private IReadOnlyList<StoredRun>? Runs() => _runs.Exists(run => run.Font.Legacy is not null || (keepsRuns && run.Font.IsNamed)) ? [.. _runs] : null;

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
