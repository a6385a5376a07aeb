namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>How a cell's value is stored (kiểu lưu), the t attribute of c.</summary>
internal enum CellType { Number, Shared, Text, Inline, Boolean, Error, Day }

internal static class CellTypes
{
    public static CellType Of(ReadOnlySpan<char> attribute) => attribute switch
    {
        "s" => CellType.Shared,
        "str" => CellType.Text,
        "inlineStr" => CellType.Inline,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.Day,
        _ => CellType.Number,
    };
}
