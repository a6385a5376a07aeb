namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>How a column shows its cells (kiểu cột).</summary>
internal enum ColumnLook
{
    Text, Centered, Count, Date, Moment,
    /// <summary>Numbers of several kinds, each cell with its own <see cref="CellFormat"/>.</summary>
    Figure,
}

/// <summary>How much a row wants to be looked at (mức chú ý); only the columns that show it take its colour.</summary>
internal enum RowTone { Plain, Attention, Alarm, Quiet }

/// <summary>A column of a table (cột): its heading, its width in Excel's unit, and what it says of a row.</summary>
internal sealed record TableColumn<T>(string Header, double Width, Func<T, CellContent> Content, ColumnLook Look = ColumnLook.Text)
{
    public Func<T, LinkTarget?>? Link { get; init; }
    public bool ShowsTone { get; init; }
    /// <summary>It, and what stands left of it, stays in sight when the reader scrolls to the right.</summary>
    public bool StaysInSight { get; init; }
    /// <summary>The office writes here: marked, and left open should somebody protect the sheet.</summary>
    public bool IsAnswer { get; init; }
    /// <summary>Offered as a list; other words may be typed, too.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The same column in a table whose rows hold more.</summary>
    public TableColumn<TRow> In<TRow>(Func<TRow, T> part) => new(Header, Width, row => Content(part(row)), Look)
    {
        Link = Link is { } link ? row => link(part(row)) : null,
        ShowsTone = ShowsTone,
        StaysInSight = StaysInSight,
        IsAnswer = IsAnswer,
        Choices = Choices,
    };
}

/// <summary>Rows under one heading (nhóm dòng).</summary>
/// <param name="Title">Null when the table is not divided.</param>
internal sealed record TableSection<T>(string? Title, IReadOnlyList<T> Rows);

/// <summary>A sheet that is one long table (bảng): a title, a note, headings that repeat on every page, and any number of rows.</summary>
internal sealed record TableSheet<T>(string Name, string Title, string Note, IReadOnlyList<TableColumn<T>> Columns, IReadOnlyList<TableSection<T>> Sections)
{
    /// <summary>About two thirds of a small screen, in Excel's unit.</summary>
    private const double WidestInSight = 100;

    public Func<T, RowTone> Tone { get; init; } = _ => RowTone.Plain;

    /// <summary>"Phụ lục 2 (kèm theo Báo cáo số …)", above the headings; empty for a sheet that is part of no paper.</summary>
    public string Appendix { get; init; } = "";

    /// <summary>What the reader may do here, said below the title and not on every printed page.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Written in place of the rows when there are none.</summary>
    public string WhenEmpty { get; init; } = "Không có.";

    /// <summary>A divided table is not filtered: a filter would part rows from their headings.</summary>
    public bool HasFilter => Sections is [{ Title: null, Rows.Count: > 0 }];

    /// <summary>How many columns stay in sight; none when they would leave no room for the others.</summary>
    public int ColumnsInSight => Columns.Select((column, index) => column.StaysInSight ? index + 1 : 0).DefaultIfEmpty(0).Max() is var kept
        && Columns.Take(kept).Sum(column => column.Width) <= WidestInSight ? kept : 0;

    public int RowCount => Sections.Sum(section => section.Rows.Count + (section.Title is null ? 0 : 1));
}
