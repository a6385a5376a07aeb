namespace CcHc.Core.Sheets;

/// <summary>What a cell (ô) holds. A formula counts as its stored value.</summary>
public enum CellKind : byte { Blank, Text, Number, Date, Boolean, Error }

/// <summary>What a reader must know about a cell beside its value.</summary>
[Flags]
public enum CellTraits : ushort
{
    None = 0,
    Strikethrough = 1,
    Formula = 2,
    FormulaWithoutValue = 4,
    VolatileFormula = 8,
    HiddenColumn = 16,
    /// <summary>Looks written in TCVN3 or VNI, and could not be read as Unicode.</summary>
    LegacyText = 32,
    /// <summary>A date whose format shows month and year alone: Excel makes the first of the month of "6/2026".</summary>
    MonthOnly = 64,
    /// <summary>Its format shows a day without its year, which may be another one than the reader thinks of.</summary>
    YearHidden = 128,
    /// <summary>Its format shows nothing (";;;"), though the cell holds a value.</summary>
    ValueHidden = 256,
    /// <summary>Its format writes words of its own beside the number or date: "Quý 2". What is shown counts.</summary>
    ShownWords = 512,
    /// <summary>Filled green, as offices colour what is done.</summary>
    GreenFill = 1024,
}

/// <summary>One cell as Excel stores it.</summary>
/// <param name="Column">1-based, A = 1.</param>
/// <param name="Text">NFC text as a reader of the sheet sees it: words struck through and footnote marks are left out of a text that has others; a number in
/// general form with a decimal point, a date as dd/MM/yyyy, either with the words of its format if that has any, an error as its code. Never null; line breaks
/// are \n.</param>
/// <param name="Number">The stored number: of a <see cref="CellKind.Date"/> cell the OLE serial already moved to the 1900 system.</param>
public readonly record struct SheetCell(int Column, CellKind Kind, string Text, double Number = 0, CellTraits Traits = CellTraits.None)
{
    public bool IsBlank => Kind == CellKind.Blank || string.IsNullOrWhiteSpace(Text);

    /// <summary>The calendar day of a date cell; null for any other kind or a serial no calendar has.</summary>
    public DateOnly? Date => Kind == CellKind.Date && Number is >= 1 and < 2958466 ? DateOnly.FromDateTime(DateTime.FromOADate(Number)) : null;

    public bool Has(CellTraits trait) => (Traits & trait) != 0;
}
