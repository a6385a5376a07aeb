using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Core.Plans.Outline;

/// <summary>Where a block stands in the document.</summary>
/// <param name="Page">1-based; 0 where the format has no pages of its own.</param>
/// <param name="Number">1-based: which paragraph (or, in a plain text, which line) it is, counted through the whole document.</param>
public readonly record struct PlanPlace(int Page, int Number);

/// <summary>A piece of a plan (khối văn bản) in reading order: a paragraph or a table.</summary>
public abstract record PlanBlock(PlanPlace Place);

/// <summary>A paragraph (đoạn văn). Its number or bullet, typed or automatic, stands in front of the words; a line end the writer made is \n.</summary>
public sealed record PlanParagraph(PlanPlace Place, string Text) : PlanBlock(Place)
{
    /// <summary>Every letter is bold.</summary>
    public bool IsBold { get; init; }

    public bool IsCentered { get; init; }

    /// <summary>Stands beside the text, not in it: a stamp, a short text box.</summary>
    public bool IsAside { get; init; }

    /// <summary>The same words by font; null where no font of an old encoding is used.</summary>
    public IReadOnlyList<FontRun>? Runs { get; init; }
}

/// <summary>A table (bảng) as it is drawn; a cell merged over several places stands at its first one.</summary>
public sealed record PlanTable(PlanPlace Place, IReadOnlyList<PlanRow> Rows) : PlanBlock(Place)
{
    /// <summary>How many columns the widest row takes.</summary>
    public int Columns => Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.ColumnSpan - 1).DefaultIfEmpty(0).Max();
}

/// <summary>A row of a table (dòng); cells in column order.</summary>
public sealed record PlanRow(PlanPlace Place, IReadOnlyList<PlanCell> Cells)
{
    /// <summary>Marked to be repeated on every page.</summary>
    public bool IsHeader { get; init; }

    public bool IsBlank => Cells.All(cell => string.IsNullOrWhiteSpace(cell.Text));
}

/// <summary>A cell (ô): its paragraphs in order.</summary>
/// <param name="Column">1-based.</param>
public sealed record PlanCell(int Column, IReadOnlyList<PlanParagraph> Paragraphs)
{
    public int ColumnSpan { get; init; } = 1;
    public int RowSpan { get; init; } = 1;

    public string Text => string.Join('\n', Paragraphs.Where(paragraph => paragraph.Text.Length > 0).Select(paragraph => paragraph.Text));
}

/// <summary>An issued plan (kế hoạch) as read from its file.</summary>
/// <param name="FileName">Bare name with its ending.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
public sealed record PlanDocument(string FileName, string Hash, IReadOnlyList<PlanBlock> Blocks)
{
    /// <summary>Places tell pages rather than paragraphs.</summary>
    public bool HasPages => Blocks.Any(block => block.Place.Page > 0);
}
