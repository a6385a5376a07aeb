namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// How much of a workbook (sổ Excel) is accepted before it is refused as abnormal. Everything is counted while reading; what the file says of itself is not
/// trusted. No setting changes these.
/// </summary>
public sealed record WorkbookLimits
{
    public static WorkbookLimits Default { get; } = new();

    /// <summary>The largest registers seen are under 5 MB; pictures may swell one. Default: 64 MB.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>Copying over a slow share, and then parsing, each within this time. Default: 60 seconds.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Excel writes under 20 parts for an ordinary workbook, some hundreds with many pictures. Default: 5,000 parts.</summary>
    public int MaxEntries { get; init; } = 5_000;

    /// <summary>A million empty rows with formatting inflate to some 500 MB and still hold an ordinary register. Default: 768 MB.</summary>
    public long MaxEntryBytes { get; init; } = 768L << 20;

    /// <summary>All parts together, inflated. Default: 1 GB.</summary>
    public long MaxTotalBytes { get; init; } = 1L << 30;

    /// <summary>Styled empty rows compress about 40 times, a bomb close to 1,000. Default: 200 times.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>An entry below this size is never refused for its ratio. Default: 16 MB.</summary>
    public long RatioFreeBytes { get; init; } = 16L << 20;

    /// <summary>One tag or one piece of text; the longest cell Excel writes is 32,767 characters, at worst seven bytes each. Default: 1 MB.</summary>
    public int MaxTokenBytes { get; init; } = 1 << 20;

    /// <summary>Default: 500; an office has under 50.</summary>
    public int MaxSheets { get; init; } = 500;

    /// <summary>Every part goes through the XML reader of the framework, with which the faster scanner must agree. Default: false.</summary>
    public bool XmlReaderOnly { get; init; }

    /// <summary>Rows with content, over all sheets. Default: 300,000.</summary>
    public int MaxRows { get; init; } = 300_000;

    /// <summary>Cells with content, over all sheets. Default: 3,000,000.</summary>
    public int MaxCells { get; init; } = 3_000_000;

    /// <summary>Places of an .xls looked at, blank ones too; one full sheet has 17 million. Default: 50 million.</summary>
    public long MaxLooks { get; init; } = 50_000_000;

    /// <summary>Merged areas, over all sheets. Default: 100,000.</summary>
    public int MaxMerges { get; init; } = 100_000;

    /// <summary>Comments, over all sheets. Default: 50,000.</summary>
    public int MaxComments { get; init; } = 50_000;

    /// <summary>Shared strings. Default: 1,000,000, three times the rows.</summary>
    public int MaxStrings { get; init; } = 1_000_000;

    /// <summary>Twice what Excel itself allows in a cell. Default: 65,535 characters.</summary>
    public int MaxTextLength { get; init; } = 65_535;

    /// <summary>Characters of text kept, over all sheets: some 7,000 printed pages. A register of 100,000 rows has half as many. Default: 20 million.</summary>
    public long MaxTextCharacters { get; init; } = 20_000_000;
}
