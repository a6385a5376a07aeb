using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>A text as stored, with what its runs say of it beside the cell's own font.</summary>
/// <param name="Raw">The words that stand; all of them where all are struck through.</param>
/// <param name="Runs">Null when no run names an old font and no cell of the workbook has one.</param>
/// <param name="UnderStruck">What stands in a cell whose own font is struck through; null when its runs have no fonts of their own.</param>
internal readonly record struct RunText(string Raw, CellTraits Traits, IReadOnlyList<StoredRun>? Runs = null, string? UnderStruck = null);

/// <summary>A run (đoạn) of a text. One that names no font has that of its cell.</summary>
internal readonly record struct StoredRun(string Text, FontTraits Font);

/// <summary>Reads the text (chữ nhiều định dạng) of an si or is element: runs joined, phonetic guides left out.</summary>
/// <param name="keepsRuns">Some cells have an old font: runs must be known even when they only name others.</param>
internal sealed class RichText(bool keepsRuns)
{
    private readonly List<StoredRun> _runs = [];

    /// <summary>Stands on si or is, and leaves on its end.</summary>
    public RunText Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return new RunText("", CellTraits.None);
        }

        var font = default(FontTraits);
        Begin();
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
                    font = FontTraits.Read(xml) with { IsOwn = true };
                    break;
                case "t":
                    Add(ElementText.Read(xml), font);
                    break;
            }

            xml.Step();
        }

        return Whole();
    }

    /// <summary>For a reader that finds the runs itself: begins a text.</summary>
    public void Begin() => _runs.Clear();

    /// <summary>A run without a letter says nothing, and there may be millions of them.</summary>
    public void Add(string piece, FontTraits font)
    {
        if (piece.Length > 0)
        {
            _runs.Add(new StoredRun(piece, font));
        }
    }

    /// <summary>The text of the runs added.</summary>
    public RunText Whole()
    {
        if (_runs.Count == 0 || (_runs.Count == 1 && !_runs[0].Font.IsOwn))
        {
            return new RunText(_runs.Count == 0 ? "" : _runs[0].Text, CellTraits.None);
        }

        var standing = StandingRuns.Of(_runs, run => run.Font.IsStruck);
        var isStruck = !HasWords(standing) && HasWords(_runs);
        standing = isStruck ? _runs : standing;
        var underStruck = _runs.Exists(run => run.Font.IsOwn && !run.Font.IsStruck)
            ? StandingRuns.Join(StandingRuns.Of(_runs, run => run.Font.IsStruck || !run.Font.IsOwn)) : null;
        return new RunText(StandingRuns.Join(standing), isStruck ? CellTraits.Strikethrough : CellTraits.None, OldFonts(standing), underStruck);
    }

    private static bool HasWords(IReadOnlyList<StoredRun> runs)
    {
        foreach (var run in runs)
        {
            if (!string.IsNullOrWhiteSpace(run.Text))
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyList<StoredRun>? OldFonts(IReadOnlyList<StoredRun> runs) =>
        runs.Any(run => run.Font.Legacy is not null || (keepsRuns && run.Font.IsNamed)) ? [.. runs] : null;
}
