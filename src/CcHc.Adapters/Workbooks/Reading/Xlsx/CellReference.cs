namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Reads "B7" and "A1:F1" (địa chỉ ô).</summary>
internal static class CellReference
{
    public const int LastColumn = 16_384;
    public const int LastRow = 1_048_576;

    /// <returns>False when it is no address, or one beyond Excel's last cell XFD1048576.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var i = 0;
        for (; i < text.Length && char.IsAsciiLetter(text[i]) && column <= LastColumn; i++)
        {
            column = column * 26 + (text[i] & 0x1F);
        }

        for (; i < text.Length && char.IsAsciiDigit(text[i]) && row <= LastRow; i++)
        {
            row = row * 10 + (text[i] - '0');
        }

        return i == text.Length && row is >= 1 and <= LastRow && column is >= 1 and <= LastColumn;
    }
}
