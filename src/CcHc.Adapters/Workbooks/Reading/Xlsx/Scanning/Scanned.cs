namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>Tries the scanner first (đọc nhanh); a part it was not written for is read anew by the XML reader, with nothing of the first try counted.</summary>
internal static class Scanned
{
    /// <param name="texts">Takes the part's texts; null for a part without any.</param>
    public static T OrElse<T>(WorkbookBudget budget, TextPool? texts, Func<T> scan, Func<T> read)
    {
        if (budget.Limits.XmlReaderOnly)
        {
            return read();
        }

        var before = budget.Mark();
        try
        {
            return scan();
        }
        catch (UnusualXmlException)
        {
            budget.ReturnTo(before);
            texts?.Forget();
            return read();
        }
    }
}
